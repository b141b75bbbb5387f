using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;
using static KaizenGate.Core.Trackers.TrackerJson;

namespace KaizenGate.Core.Trackers.GitLab;

/// <summary>Reads the JSON of GitLab's REST API.</summary>
/// <param name="options">How bodies are read.</param>
internal sealed class GitLabIssues(ReadingOptions options)
{
    private const double SecondsPerHour = 3_600;

    /// <summary>Reads an issue; null when it has no number, title or dates.</summary>
    public TrackerIssue? Read(JsonElement json)
    {
        if (
            NumberIn(json, "iid") is not { } number
            || TextIn(json, "title") is not { } title
            || TimeIn(json, "created_at") is not { } created
            || TimeIn(json, "updated_at") is not { } updated
        )
        {
            return null;
        }

        var isClosed = TextIn(json, "state") == "closed";
        var body = IssueFields.Of(TextIn(json, "description"), options);
        ImmutableArray<string> labels = [.. ListIn(json, "labels").Select(LabelOf).OfType<string>()];
        var refusal = IssueStatus.Refusal(labels);
        return new TrackerIssue
        {
            Id = $"#{number.ToString(CultureInfo.InvariantCulture)}",
            Address = TextIn(json, "web_url"),
            Title = title,
            State =
                !isClosed ? IssueState.Open
                : refusal is null ? IssueState.Done
                : IssueState.Rejected,
            Reason = isClosed && refusal is not null ? $"closed with the label {refusal}" : null,
            Created = created,
            Updated = updated,
            Closed = isClosed ? TimeIn(json, "closed_at") ?? updated : null,
            Author = TextIn(ObjectIn(json, "author"), "username"),
            Assignee = Assignees(json),
            Due = DayIn(json, "due_date") ?? DayIn(ObjectIn(json, "milestone"), "due_date"),
            Labels = labels,
            Fields = [.. OwnFields(json), .. body.Fields],
            Tasks = body.Tasks,
            TasksDone = body.TasksDone,
        };
    }

    /// <summary>Whether it is an incident, a test case or another kind of work item.</summary>
    public static bool IsOther(JsonElement json) => TextIn(json, "issue_type") is not (null or "issue" or "task");

    /// <summary>Reads a change of the state; null for one that is none here.</summary>
    public static IssueEvent? StateEventOf(JsonElement json, TrackerIssue issue)
    {
        if (TimeIn(json, "created_at") is not { } at)
        {
            return null;
        }

        var by = TextIn(ObjectIn(json, "user"), "username");
        return TextIn(json, "state") switch
        {
            // Only the labels of now say why it was closed.
            "closed" => new IssueEvent(
                IssueEventKind.Closed,
                at,
                issue.State is IssueState.Rejected ? "rejected" : "done",
                by,
                TextIn(json, "source_commit")
            ),
            "reopened" => new IssueEvent(IssueEventKind.Reopened, at, null, by),
            _ => null,
        };
    }

    /// <summary>Reads a change of a label; null when the label was deleted.</summary>
    public static IssueEvent? LabelEventOf(JsonElement json) =>
        TimeIn(json, "created_at") is { } at && TextIn(ObjectIn(json, "label"), "name") is { } label
            ? new IssueEvent(
                TextIn(json, "action") == "remove" ? IssueEventKind.Unlabeled : IssueEventKind.Labeled,
                at,
                label,
                TextIn(ObjectIn(json, "user"), "username")
            )
            : null;

    /// <summary>The id of the only user in an answer; null for none.</summary>
    public static long? IdOf(TrackerAnswer answer)
    {
        using var json = answer.Json;
        return Elements(json).Take(2).ToList() is [var user] ? NumberIn(user, "id") : null;
    }

    /// <summary>The time tracking, and the weight, which a label in the settings can name.</summary>
    private static IEnumerable<(string Label, string Text)> OwnFields(JsonElement json)
    {
        var time = ObjectIn(json, "time_stats");
        if (NumberIn(time, "time_estimate") is { } estimate)
        {
            yield return (FieldCatalog.EstimatedHours.Spelling, Hours(estimate));
        }

        if (NumberIn(time, "total_time_spent") is { } spent)
        {
            yield return (FieldCatalog.TimeSpent.Spelling, Hours(spent));
        }

        if (NumberIn(json, "weight") is { } weight)
        {
            yield return ("Weight", weight.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Hours(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds / SecondsPerHour, 2)} h");

    private static string? Assignees(JsonElement json)
    {
        var logins = string.Join(
            ", ",
            ListIn(json, "assignees").Select(one => TextIn(one, "username")).OfType<string>()
        );
        return logins.Length > 0 ? logins : null;
    }

    private static string? LabelOf(JsonElement label) =>
        label.ValueKind is JsonValueKind.String ? label.GetString() : TextIn(label, "name");

    private static DateOnly? DayIn(JsonElement? json, string name) =>
        DateOnly.TryParseExact(
            TextIn(json, name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
