using System.Globalization;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the issues of a snapshot. Their fields are known, so nothing is parsed as Markdown.</summary>
internal static class SnapshotReader
{
    /// <summary>Reads a snapshot; lines that are not of one become problems.</summary>
    public static OutlinedBacklog Read(SourceFile file, TextFile decoded, ReadingOptions options)
    {
        var lines = new LineMap(decoded.Text);
        var snapshot = SnapshotFile.Parse(decoded.Text, out var invalid);
        var backlog = Read(file, decoded, snapshot?.Issues ?? [], options);
        if (invalid is { } line)
        {
            var problem = new ReadingProblem(
                lines.Span(lines.StartOf(line), lines.Line(line).Length),
                "this is not a line of a snapshot, and it is not read; run `dotnet kaizen pull --whole`"
            );
            backlog = backlog with { Problems = [.. backlog.Problems, problem] };
        }

        return new(backlog, lines, new Outline().Root, new Labels(options));
    }

    /// <summary>Reads issues as the improvements of a backlog.</summary>
    /// <param name="file">The file of the snapshot.</param>
    /// <param name="decoded">Its text.</param>
    /// <param name="issues">The issues that were read from it.</param>
    /// <param name="options">How to read them.</param>
    public static Backlog Read(
        SourceFile file,
        TextFile decoded,
        ImmutableArray<TrackerIssue> issues,
        ReadingOptions options
    )
    {
        var lines = new LineMap(decoded.Text);
        var labels = new Labels(options);
        var problems = new Problems();
        var reader = new ImprovementReader(lines, options, problems);
        var context = InheritedContext.OfText(default);
        var improvements = ImmutableArray.CreateBuilder<Improvement>(issues.Length);
        foreach (var issue in issues)
        {
            var place = new Extent(lines.StartOf(issue.Line), lines.Line(issue.Line).Length);
            var draft = new Draft(ImprovementForm.Heading, TitleOf(issue, place), context)
            {
                Address = issue.Address,
                SubTasks = issue.Tasks,
                SubTasksDone = issue.TasksDone,
            };
            AddFields(draft, issue, place, labels);
            var improvement = reader.Read(draft);
            improvement.Order = improvements.Count;
            improvements.Add(improvement);
        }

        var all = improvements.MoveToImmutable();
        return new Backlog
        {
            File = file,
            Text = decoded.Text,
            Improvements = all,
            Account = new ReadingAccount { Read = all.Length },
            Problems = problems.InOrder(all),
        };
    }

    private static TitleText TitleOf(TrackerIssue issue, Extent place) =>
        new()
        {
            Title = issue.Title.Trim() is { Length: > 0 } title ? title : issue.Id,
            Extent = place,
            Id = issue.Id,
            IdExtent = place,
        };

    private static void AddFields(Draft draft, TrackerIssue issue, Extent place, Labels labels)
    {
        Add(FieldCatalog.Status, StatusOf(issue));
        Add(FieldCatalog.Labels, issue.Labels.IsEmpty ? null : string.Join(", ", issue.Labels.Select(WithoutComma)));
        Add(FieldCatalog.Owner, issue.Assignee);
        Add(FieldCatalog.Captured, Day(issue.Created));
        Add(FieldCatalog.Started, Day(IssueStatus.StartOf(issue)));
        Add(FieldCatalog.Completed, issue.State is IssueState.Done ? Day(issue.Closed) : null);
        Add(FieldCatalog.TargetDate, issue.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (label, text) in issue.Fields)
        {
            if (labels.TryFind(label, out var field))
            {
                draft.Fields.Add(new FoundField(field, label, text, place, 0));
            }
        }

        Add(FieldCatalog.Reason, issue.State is IssueState.Rejected ? issue.Reason : null);

        void Add(FieldDefinition field, string? text)
        {
            if (text is not null)
            {
                draft.Fields.Add(new FoundField(field, field.Spelling, text, place, 0));
            }
        }
    }

    private static string StatusOf(TrackerIssue issue) =>
        issue.State switch
        {
            IssueState.Done => "Done",
            IssueState.Rejected => "Rejected",
            _ => IssueStatus.Of(issue) switch
            {
                Status.InProgress => "In Progress",
                Status.Deferred => "Deferred",
                _ => "To Do",
            },
        };

    private static string WithoutComma(string label) => label.Replace(',', ' ');

    private static string? Day(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
