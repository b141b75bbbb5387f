using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers;

/// <summary>What a command changes of an issue. Values that stay are null or missing.</summary>
internal sealed record IssueChange
{
    /// <summary>The labels that state impact and effort: <c>impact:8</c>.</summary>
    private static readonly ImmutableArray<FieldDefinition> Ratings = [FieldCatalog.Impact, FieldCatalog.Effort];

    public string? Title { get; init; }

    public IssueState? State { get; init; }

    /// <summary>All labels after the change.</summary>
    public ImmutableArray<string>? Labels { get; init; }

    /// <summary>The login of who does it.</summary>
    public string? Assignee { get; init; }

    /// <summary>The whole body after the change.</summary>
    public string? Body { get; init; }

    /// <summary>The fields that <see cref="Body"/> states otherwise than before.</summary>
    public ImmutableArray<FieldDefinition> Stated { get; init; } = [];

    /// <summary>What to tell those who follow the issue, as Markdown; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>What the comment is about; there is one for each: <c>done</c>.</summary>
    public string Topic { get; init; } = "";

    public bool IsEmpty =>
        Title is null && State is null && Labels is null && Assignee is null && Body is null && Comment is null;

    /// <summary>Returns the difference between an improvement and what a command made of it.</summary>
    /// <param name="fetched">The issue.</param>
    /// <param name="before">The improvement.</param>
    /// <param name="after">The improvement after the command.</param>
    /// <param name="startLabel">The label for work in progress that the project uses.</param>
    /// <param name="reading">How bodies are read.</param>
    public static IssueChange Between(
        FetchedIssue fetched,
        Improvement before,
        Improvement after,
        string startLabel,
        ReadingOptions reading
    )
    {
        var issue = fetched.Issue;
        var old = before
            .Fields.DistinctBy(field => field.Definition)
            .ToDictionary(field => field.Definition, field => field.Text);
        ImmutableArray<(FieldDefinition Field, string Text)> changed =
        [
            .. after
                .Fields.DistinctBy(field => field.Definition)
                .Where(field =>
                    !IssueFields.OfTracker.Contains(field.Definition)
                    && field.Definition != FieldCatalog.PriorityScore
                    && field.Text != old.GetValueOrDefault(field.Definition)
                )
                .Select(field => (field.Definition, Plain(field))),
        ];
        var labels = LabelsAfter(issue, before, after, changed, startLabel);
        var login = changed.FirstOrDefault(one => one.Field == FieldCatalog.Owner && IsLogin(one.Text)).Text;
        var state = StateOf(after.Status);
        ImmutableArray<(FieldDefinition Field, string Text)> stated =
        [
            .. changed.Where(one =>
                !(one.Field == FieldCatalog.Owner && login is not null) && LabelOf(issue, one.Field) is null
            ),
        ];
        return new()
        {
            Title = after.Title != before.Title ? after.Title : null,
            State =
                state != issue.State || after.Status != before.Status && state is not IssueState.Open ? state : null,
            Labels = labels.SequenceEqual(issue.Labels) ? null : labels,
            Assignee = login,
            Body = stated.IsEmpty ? null : IssueBodyEdit.Set(fetched.Body, stated, reading),
            Stated = [.. stated.Select(one => one.Field)],
            Comment = CommentOn(before, after, changed),
            Topic = TopicOf(after.Status),
        };
    }

    /// <summary>Returns the change that makes an issue what it was, apart from its assignee and comments.</summary>
    /// <param name="now">The issue as it is now.</param>
    /// <param name="before">The issue as it was.</param>
    public static IssueChange Back(FetchedIssue now, FetchedIssue before) =>
        new()
        {
            Title = now.Issue.Title == before.Issue.Title ? null : before.Issue.Title,
            State = now.Issue.State == before.Issue.State ? null : before.Issue.State,
            // Their order is the server's.
            Labels = now.Issue.Labels.ToHashSet().SetEquals(before.Issue.Labels) ? null : before.Issue.Labels,
            Body = now.Body == before.Body ? null : before.Body,
        };

    /// <summary>The text of a field; of a rating, 8/10, only the number, as labels and issue forms have it.</summary>
    private static string Plain(Field field) =>
        Ratings.Contains(field.Definition) ? field.Text.Split('/')[0].Trim() : field.Text;

    private static IssueState StateOf(Status status) =>
        status switch
        {
            Status.Done => IssueState.Done,
            Status.Rejected => IssueState.Rejected,
            _ => IssueState.Open,
        };

    private static ImmutableArray<string> LabelsAfter(
        TrackerIssue issue,
        Improvement before,
        Improvement after,
        ImmutableArray<(FieldDefinition Field, string Text)> changed,
        string startLabel
    )
    {
        var labels = issue.Labels.ToList();
        foreach (var (field, text) in changed)
        {
            if (LabelOf(issue, field) is var (label, mark))
            {
                var end = label.AsSpan(mark).TrimStart(":/=").TrimStart();
                labels[labels.IndexOf(label)] = $"{label[..^end.Length]}{text}";
            }
        }

        if (after.Status != before.Status)
        {
            labels.RemoveAll(label => IssueStatus.OfLabel(label) is not null);
            if (after.Status is Status.InProgress)
            {
                labels.Add(startLabel);
            }
            else if (after.Status is Status.Deferred)
            {
                labels.Add("deferred");
            }
        }

        return [.. labels];
    }

    /// <summary>Returns the label that states a rating, and the place of its mark; null when none does.</summary>
    private static (string Label, int Mark)? LabelOf(TrackerIssue issue, FieldDefinition field)
    {
        if (!Ratings.Contains(field))
        {
            return null;
        }

        foreach (var label in issue.Labels)
        {
            var mark = label.IndexOfAny([':', '/', '=']);
            if (mark > 0 && label.AsSpan(0, mark).Equals(field.Name, StringComparison.OrdinalIgnoreCase))
            {
                return (label, mark);
            }
        }

        return null;
    }

    private static string? CommentOn(
        Improvement before,
        Improvement after,
        ImmutableArray<(FieldDefinition Field, string Text)> changed
    )
    {
        if (after.Status == before.Status || after.Status is Status.InProgress)
        {
            return null;
        }

        var facts = changed
            .Where(one =>
                one.Field != FieldCatalog.Impact && one.Field != FieldCatalog.Effort && one.Field != FieldCatalog.Owner
            )
            .Select(one => $"- {one.Field.Spelling}: {one.Text}");
        var head = after.Status switch
        {
            Status.Done => "Completed.",
            Status.Rejected => "Rejected.",
            Status.Deferred => "Deferred.",
            _ => "Open again.",
        };
        return string.Join('\n', facts.Prepend($"{head}\n")).TrimEnd('\n');
    }

    private static string TopicOf(Status status) =>
        status switch
        {
            Status.Done => "done",
            Status.Rejected => "rejected",
            Status.Deferred => "deferred",
            _ => "open",
        };

    private static bool IsLogin(string text) =>
        text.Length is > 0 and <= 39 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.');
}
