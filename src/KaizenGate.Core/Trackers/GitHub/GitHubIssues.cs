using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;
using static KaizenGate.Core.Trackers.TrackerJson;

namespace KaizenGate.Core.Trackers.GitHub;

/// <summary>Reads the JSON of GitHub's REST API.</summary>
/// <param name="options">How bodies are read.</param>
internal sealed class GitHubIssues(ReadingOptions options)
{
    /// <summary>Reads an issue; null when it has no number, title or dates.</summary>
    public TrackerIssue? Read(JsonElement json)
    {
        if (
            NumberIn(json, "number") is not { } number
            || TextIn(json, "title") is not { } title
            || TimeIn(json, "created_at") is not { } created
            || TimeIn(json, "updated_at") is not { } updated
        )
        {
            return null;
        }

        ImmutableArray<string> labels = [.. ListIn(json, "labels").Select(LabelOf).OfType<string>()];
        // Before there were reasons, a label said that an issue is not planned.
        var reason = TextIn(json, "state_reason") ?? (IssueStatus.Refusal(labels) is null ? null : "not_planned");
        var isClosed = TextIn(json, "state") == "closed";
        var body = IssueFields.Of(TextIn(json, "body"), options);
        var groups = ObjectIn(json, "sub_issues_summary");
        return new TrackerIssue
        {
            Id = $"#{number.ToString(CultureInfo.InvariantCulture)}",
            Address = TextIn(json, "html_url"),
            Title = title,
            State = isClosed ? StateOf(reason) : IssueState.Open,
            Reason = isClosed ? ReasonOf(reason) : null,
            Created = created,
            Updated = updated,
            Closed = isClosed ? TimeIn(json, "closed_at") ?? updated : null,
            Author = LoginOf(ObjectIn(json, "user")),
            Assignee = Assignees(json),
            Due = TimeIn(ObjectIn(json, "milestone"), "due_on") is { } due
                ? DateOnly.FromDateTime(due.UtcDateTime)
                : null,
            Labels = labels,
            Fields = [.. OwnFields(json), .. body.Fields],
            Tasks = body.Tasks + Count(groups, "total"),
            TasksDone = body.TasksDone + Count(groups, "completed"),
        };
    }

    /// <summary>Whether it only groups others: it has sub-issues, which are improvements themselves.</summary>
    public static bool IsGroup(JsonElement json) => Count(ObjectIn(json, "sub_issues_summary"), "total") > 0;

    /// <summary>Reads an event with the id of its issue; null for events of pull requests and those that change nothing here.</summary>
    public static (string Issue, IssueEvent Event)? EventOf(JsonElement json)
    {
        var issue = ObjectIn(json, "issue");
        return
            NumberIn(issue, "number") is { } number
            && ObjectIn(issue, "pull_request") is null
            && OwnEventOf(json) is { } happened
            ? ($"#{number.ToString(CultureInfo.InvariantCulture)}", happened)
            : null;
    }

    /// <summary>Reads an event of an issue that is known; null for those that change nothing here.</summary>
    public static IssueEvent? OwnEventOf(JsonElement json)
    {
        if (TimeIn(json, "created_at") is not { } at)
        {
            return null;
        }

        var by = LoginOf(ObjectIn(json, "actor"));
        return TextIn(json, "event") switch
        {
            "closed" => new IssueEvent(
                IssueEventKind.Closed,
                at,
                StateOf(TextIn(json, "state_reason")) is IssueState.Rejected ? "rejected" : "done",
                by,
                TextIn(json, "commit_id")
            ),
            "reopened" => new IssueEvent(IssueEventKind.Reopened, at, null, by),
            "labeled" => new IssueEvent(IssueEventKind.Labeled, at, TextIn(ObjectIn(json, "label"), "name"), by),
            "unlabeled" => new IssueEvent(IssueEventKind.Unlabeled, at, TextIn(ObjectIn(json, "label"), "name"), by),
            _ => null,
        };
    }

    /// <summary>Completed issues are done, as are those from before there were reasons; others are rejected.</summary>
    private static IssueState StateOf(string? reason) =>
        reason is "not_planned" or "duplicate" ? IssueState.Rejected : IssueState.Done;

    private static string? ReasonOf(string? reason) =>
        reason switch
        {
            "not_planned" => "closed as not planned",
            "duplicate" => "closed as a duplicate",
            _ => null,
        };

    /// <summary>The issue fields of the organization, whose single choices are named, and the issue type.</summary>
    private static IEnumerable<(string Label, string Text)> OwnFields(JsonElement json)
    {
        foreach (var field in ListIn(json, "issue_field_values"))
        {
            if (TextIn(field, "issue_field_name") is { } name && ValueOf(field) is { Length: > 0 } value)
            {
                yield return (name, value);
            }
        }

        if (TextIn(ObjectIn(json, "type"), "name") is { } type)
        {
            yield return ("Type", type);
        }
    }

    private static string? ValueOf(JsonElement field) =>
        TextIn(ObjectIn(field, "single_select_option"), "name")
        ?? (
            Of(field, "value") switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString(),
                { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
                _ => null,
            }
        );

    private static string? Assignees(JsonElement json)
    {
        var logins = string.Join(", ", ListIn(json, "assignees").Select(one => LoginOf(one)).OfType<string>());
        return logins.Length > 0 ? logins : null;
    }

    private static string? LabelOf(JsonElement label) =>
        label.ValueKind is JsonValueKind.String ? label.GetString() : TextIn(label, "name");

    private static string? LoginOf(JsonElement? user) => TextIn(user, "login");
}
