using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers.GitLab;

/// <summary>The issues of a project on gitlab.com or another GitLab, by the REST API.</summary>
internal sealed class GitLabTracker(TrackerSettings settings, TrackerAccess access, PullOptions options)
    : RestTracker(settings, access, options)
{
    /// <summary>
    /// The most issues of a pull whose events are read. GitLab lists those of one issue only; until a later pull, the others go by their
    /// dates of creation and closing.
    /// </summary>
    private const int MostWithEvents = 500;

    /// <summary>The label of rejected issues: GitLab keeps no reason for closing.</summary>
    private const string Rejected = "not planned";

    private readonly GitLabIssues issues = new(options.Reading);

    protected override string Path => $"/projects/{Uri.EscapeDataString(Settings.Project)}/issues";

    protected override (string Issue, string Comment) BodyName => ("description", "body");

    protected override (string Method, string Comments) Changing => ("PUT", "notes");

    protected override string Query(DateTimeOffset? since) =>
        "?scope=all&state=all&order_by=created_at&sort=asc&per_page=100"
        + (since is { } time ? $"&updated_after={Stamp(time)}" : "");

    protected override TrackerIssue? Read(JsonElement json) => issues.Read(json);

    protected override bool IsOther(JsonElement json) => GitLabIssues.IsOther(json);

    protected override bool IsGroup(JsonElement json) => false;

    protected override string PathOfComment(string issue, long id) => $"{issue}/notes/{id}";

    protected override string? AddEvents(Dictionary<string, TrackerIssue> kept, Snapshot? before)
    {
        var newest = kept
            .Values.Where(issue => issue.LacksEvents)
            .OrderByDescending(issue => issue.Updated)
            .ThenByDescending(issue => NumberOf(issue.Id))
            .Where(HasEvents)
            .Take(MostWithEvents)
            .ToList();
        foreach (var issue in kept.Values.Where(issue => issue.LacksEvents && !HasEvents(issue)).ToList())
        {
            kept[issue.Id] = issue with { LacksEvents = false };
        }

        foreach (var issue in newest)
        {
            var path = PathOf(issue.Id);
            var states = EventsAt($"{path}/resource_state_events", one => GitLabIssues.StateEventOf(one, issue));
            var labels = EventsAt($"{path}/resource_label_events", GitLabIssues.LabelEventOf);
            kept[issue.Id] = issue with
            {
                Events = [.. states.Concat(labels).OrderBy(one => one.At)],
                LacksEvents = false,
            };
        }

        return null;

        // An issue that was never changed has none.
        static bool HasEvents(TrackerIssue issue) => issue.Updated != issue.Created || !issue.Labels.IsEmpty;
    }

    protected override void Write(Utf8JsonWriter json, FetchedIssue? issue, IssueChange change)
    {
        if (change.Title is { } title)
        {
            json.WriteString("title", title);
        }

        if (change.Body is { } body)
        {
            json.WriteString(BodyName.Issue, body);
        }

        var isOpen = issue?.Issue.State is IssueState.Open;
        if (change.State is { } state && isOpen != state is IssueState.Open)
        {
            json.WriteString("state_event", state is IssueState.Open ? "reopen" : "close");
        }

        if (change.Labels is { } labels)
        {
            json.WriteString("labels", string.Join(',', labels.Select(label => label.Replace(',', ' '))));
        }

        if (
            change.Assignee is { } login
            && GitLabIssues.IdOf(Client.Get($"/users?username={Uri.EscapeDataString(login)}")) is { } id
        )
        {
            json.WriteStartArray("assignee_ids");
            json.WriteNumberValue(id);
            json.WriteEndArray();
        }
    }

    /// <summary>Labels a rejected issue as such, and others not.</summary>
    protected override IssueChange Completed(FetchedIssue issue, IssueChange change)
    {
        var labels = change.Labels ?? issue.Issue.Labels;
        return change.State switch
        {
            IssueState.Rejected when IssueStatus.Refusal(labels) is null => change with
            {
                Labels = labels.Add(Rejected),
            },
            IssueState.Open or IssueState.Done when IssueStatus.Refusal(labels) is not null => change with
            {
                Labels = labels.RemoveAll(label => IssueStatus.Refusal([label]) is not null),
            },
            _ => change,
        };
    }

    private List<IssueEvent> EventsAt(string path, Func<JsonElement, IssueEvent?> read)
    {
        var events = new List<IssueEvent>();
        for (var answer = Client.Get($"{path}?per_page=100"); ; answer = Client.Get(answer.Next))
        {
            using var json = answer.Json;
            events.AddRange(TrackerJson.Elements(json).Select(read).OfType<IssueEvent>());
            if (answer.Next is null)
            {
                return events;
            }
        }
    }
}
