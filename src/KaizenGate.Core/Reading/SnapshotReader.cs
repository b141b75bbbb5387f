using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the issues of a snapshot. Their fields are known, so nothing is parsed as Markdown.</summary>
internal static class SnapshotReader
{
    /// <summary>Fewer issues are not worth a thread.</summary>
    private const int LeastIssues = 500;

    /// <summary>Reads a snapshot; lines that are not of one become problems.</summary>
    public static OutlinedBacklog Read(SourceFile file, TextFile decoded, ReadingOptions options)
    {
        var lines = new LineMap(decoded.Text);
        var snapshot = SnapshotFile.Parse(Encoding.UTF8.GetBytes(decoded.Text), out var invalid);
        var backlog = Read(file, snapshot?.Issues ?? [], options);
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
    /// <param name="issues">The issues that were read from it.</param>
    /// <param name="options">How to read them.</param>
    public static Backlog Read(SourceFile file, ImmutableArray<TrackerIssue> issues, ReadingOptions options)
    {
        var parts = issues.Chunk(Concurrently.PartSize(issues.Length, LeastIssues)).ToArray();
        var labels = new Labels(options);
        var read = Concurrently.Select(parts, part => Read(part, labels, options));
        ImmutableArray<Improvement> improvements = [.. read.SelectMany(part => part.Improvements)];
        for (var order = 0; order < improvements.Length; order++)
        {
            improvements[order].Order = order;
        }

        return new Backlog
        {
            File = file,
            Improvements = improvements,
            Account = new ReadingAccount { Read = improvements.Length },
            Problems = [.. read.SelectMany(part => part.Problems)],
        };
    }

    /// <summary>Reads some of the issues; may run at the same time as others.</summary>
    private static (Improvement[] Improvements, ImmutableArray<ReadingProblem> Problems) Read(
        TrackerIssue[] issues,
        Labels labels,
        ReadingOptions options
    )
    {
        var problems = new Problems();
        var line = new IssueLine();
        var reader = new ImprovementReader(line, options, problems);
        var days = new Dictionary<DateOnly, string>();
        var context = InheritedContext.OfText(default);
        var improvements = Array.ConvertAll(
            issues,
            issue =>
            {
                line.Place = issue.Place;
                var draft = new Draft(ImprovementForm.Heading, TitleOf(issue), context, reader.Fields)
                {
                    Address = issue.Address,
                    SubTasks = issue.Tasks,
                    SubTasksDone = issue.TasksDone,
                };
                AddFields(draft, issue, labels, TextOf);
                return reader.Read(draft);
            }
        );
        return (improvements, problems.InOrder([.. improvements]));

        // Thousands of issues share a few hundred days.
        string? TextOf(DateOnly? day)
        {
            if (day is null)
            {
                return null;
            }

            ref var text = ref CollectionsMarshal.GetValueRefOrAddDefault(days, day.Value, out _);
            return text ??= day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    private static TitleText TitleOf(TrackerIssue issue) =>
        new() { Title = issue.Title.Trim() is { Length: > 0 } title ? title : issue.Id, Id = issue.Id };

    private static void AddFields(Draft draft, TrackerIssue issue, Labels labels, Func<DateOnly?, string?> textOf)
    {
        Add(FieldCatalog.Status, StatusOf(issue));
        Add(FieldCatalog.Labels, issue.Labels.IsEmpty ? null : string.Join(", ", issue.Labels.Select(WithoutComma)));
        Add(FieldCatalog.Owner, issue.Assignee);
        Add(FieldCatalog.Captured, textOf(Day(issue.Created)));
        Add(FieldCatalog.Started, textOf(Day(IssueStatus.StartOf(issue))));
        Add(FieldCatalog.Completed, issue.State is IssueState.Done ? textOf(Day(issue.Closed)) : null);
        Add(FieldCatalog.TargetDate, textOf(issue.Due));
        foreach (var (label, text) in issue.Fields)
        {
            if (labels.TryFind(label, out var field))
            {
                draft.Fields.Add(new FoundField(field, label, text, default, Labels.ScaleOf(label)));
            }
        }

        Add(FieldCatalog.Reason, issue.State is IssueState.Rejected ? issue.Reason : null);

        void Add(FieldDefinition field, string? text)
        {
            if (text is not null)
            {
                draft.Fields.Add(new FoundField(field, field.Spelling, text, default, 0));
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

    private static DateOnly? Day(DateTimeOffset? time) =>
        time is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    /// <summary>All values of an issue are in one place: its line.</summary>
    private sealed class IssueLine : IPlaces
    {
        public SourceSpan Place { get; set; }

        public SourceSpan Span(Extent extent) => Place;
    }
}
