using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers.GitHub;

/// <summary>The issues of a repository on github.com, ghe.com or a GitHub Enterprise Server, by the REST API.</summary>
internal sealed class GitHubTracker : RestTracker
{
    internal const string ApiVersion = "2022-11-28";

    /// <summary>The events of more issues than this are read from those of the whole repository.</summary>
    private const int MostAlone = 100;

    private readonly GitHubIssues issues;

    public GitHubTracker(TrackerSettings settings, TrackerAccess access, PullOptions options)
        : base(settings, access, options)
    {
        issues = new GitHubIssues(options.Reading);
        Client.Always("Accept", "application/vnd.github+json");
        Client.Always("X-GitHub-Api-Version", ApiVersion);
    }

    protected override string Path => $"/repos/{Settings.Project}/issues";

    protected override (string Issue, string Comment) BodyName => ("body", "body");

    protected override (string Method, string Comments) Changing => ("PATCH", "comments");

    protected override string Query(DateTimeOffset? since) =>
        $"?state=all&sort=created&direction=asc&per_page=100{(since is { } time ? $"&since={Stamp(time)}" : "")}";

    protected override TrackerIssue? Read(JsonElement json) => issues.Read(json);

    protected override bool IsOther(JsonElement json) => TrackerJson.Of(json, "pull_request") is not null;

    protected override bool IsGroup(JsonElement json) => GitHubIssues.IsGroup(json);

    protected override string PathOfComment(string issue, long id) => $"{Path}/comments/{id}";

    /// <summary>Reads the events of the whole repository, which the server lists newest first, up to the last known one.</summary>
    protected override string? AddEvents(Dictionary<string, TrackerIssue> kept, Snapshot? before)
    {
        var events = new Dictionary<string, List<IssueEvent>>(StringComparer.Ordinal);
        var passed = PassedOver(kept, before);
        _ = long.TryParse(
            passed.Count > MostAlone ? null : before?.LastEvent,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var known
        );
        var newest = known;
        for (var answer = Client.Get($"{Path}/events?per_page=100"); ; answer = Client.Get(answer.Next))
        {
            using var json = answer.Json;
            var isKnown = false;
            foreach (var one in TrackerJson.Elements(json))
            {
                var id = TrackerJson.NumberIn(one, "id") ?? 0;
                isKnown |= id <= known;
                if (id > known && GitHubIssues.EventOf(one) is var (issue, happened))
                {
                    if (!events.TryGetValue(issue, out var list))
                    {
                        events.Add(issue, list = []);
                    }

                    list.Add(happened);
                }

                newest = Math.Max(newest, id);
            }

            if (isKnown || answer.Next is null)
            {
                break;
            }
        }

        if (known > 0)
        {
            foreach (var id in passed)
            {
                events[id] = OwnEvents(id);
            }
        }

        foreach (var issue in kept.Values.Where(issue => issue.LacksEvents || events.ContainsKey(issue.Id)).ToList())
        {
            var list = events.GetValueOrDefault(issue.Id) ?? [];
            // The newest came first.
            list.Reverse();
            kept[issue.Id] = issue with
            {
                Events = [.. issue.Events.Concat(list).Distinct().OrderBy(one => one.At)],
                LacksEvents = false,
            };
        }

        return newest == 0 ? null : newest.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The issues that were not improvements in the last pull, which passed over their events, as one that gets its label now.</summary>
    private static List<string> PassedOver(Dictionary<string, TrackerIssue> kept, Snapshot? before)
    {
        var ids = (before?.Issues ?? []).Select(issue => issue.Id).ToHashSet();
        return
        [
            .. kept
                .Values.Where(issue => issue.Created <= before?.PulledAt && !ids.Contains(issue.Id))
                .Select(issue => issue.Id),
        ];
    }

    /// <summary>All events of an issue, the newest first.</summary>
    private List<IssueEvent> OwnEvents(string id)
    {
        var events = new List<IssueEvent>();
        for (var answer = Client.Get($"{PathOf(id)}/events?per_page=100"); ; answer = Client.Get(answer.Next))
        {
            using var json = answer.Json;
            events.AddRange(TrackerJson.Elements(json).Select(GitHubIssues.OwnEventOf).OfType<IssueEvent>());
            if (answer.Next is null)
            {
                events.Reverse();
                return events;
            }
        }
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

        if (change.State is { } state)
        {
            json.WriteString("state", state is IssueState.Open ? "open" : "closed");
            json.WriteString(
                "state_reason",
                state switch
                {
                    IssueState.Done => "completed",
                    IssueState.Rejected => "not_planned",
                    _ => "reopened",
                }
            );
        }

        if (change.Labels is { } labels)
        {
            Write(json, "labels", labels);
        }

        if (change.Assignee is { } login)
        {
            Write(json, "assignees", [login]);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
