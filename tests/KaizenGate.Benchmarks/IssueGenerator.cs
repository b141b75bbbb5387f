using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Benchmarks;

/// <summary>Writes the improvements of <see cref="BacklogGenerator"/> as issues of a tracker, with their events. About 700 bytes per issue.</summary>
internal static class IssueGenerator
{
    private static readonly DateTimeOffset Pulled = At(BacklogGenerator.AsOf);

    /// <summary>Writes a snapshot.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="count">The number of issues; see <see cref="BacklogGenerator.Generate"/>.</param>
    public static void Write(string path, int count)
    {
        var backlog = BacklogReader.Read(
            SourceFile.Named("backlog.md"),
            BacklogGenerator.Generate(count),
            ReadingOptions.Default
        );
        using var stream = File.Create(path);
        SnapshotFile.Write(
            stream,
            new Snapshot
            {
                Tracker = "github",
                Project = "acme/shop",
                PulledAt = Pulled,
                WholeAt = Pulled,
                Since = Pulled,
                Issues = [.. backlog.Improvements.Select(Issue)],
            }
        );
    }

    private static TrackerIssue Issue(Improvement item, int order)
    {
        var number = (order + 1).ToString(CultureInfo.InvariantCulture);
        var created = At(item.Captured!.Value);
        var closed = item.Completed is { } completed ? At(completed.Value) : (DateTimeOffset?)null;
        var label = LabelOf(item.Status);
        var by = item.Owner?.Value;
        return new()
        {
            Id = $"#{number}",
            Address = $"https://github.com/acme/shop/issues/{number}",
            Title = item.Title,
            State = closed is null ? IssueState.Open : IssueState.Done,
            Created = created,
            Updated = closed ?? created,
            Closed = closed,
            Reason = closed is null ? null : "completed",
            Author = by,
            Assignee = by,
            Due = item.TargetDate?.Value,
            Labels = label is null ? ["kaizen"] : ["kaizen", label],
            Fields = [.. item.Fields.Where(IsOfBody).Select(field => (field.Label, field.Text))],
            Events =
            [
                new(IssueEventKind.Labeled, created, "kaizen", by),
                .. label is null ? [] : new[] { new IssueEvent(IssueEventKind.Labeled, created, label, by) },
                .. closed is { } time ? new[] { new IssueEvent(IssueEventKind.Closed, time, "done", by) } : [],
            ],
        };
    }

    /// <summary>Whether a tracker has no place of its own for a field.</summary>
    private static bool IsOfBody(Field field) =>
        field.Definition != FieldCatalog.Status
        && field.Definition != FieldCatalog.Owner
        && field.Definition != FieldCatalog.Captured
        && field.Definition != FieldCatalog.Completed
        && field.Definition != FieldCatalog.TargetDate;

    private static string? LabelOf(Status status) =>
        status switch
        {
            Status.InProgress => "in progress",
            Status.Deferred => "deferred",
            _ => null,
        };

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
}
