using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers.GitHub;

/// <summary>The issues of a repository on github.com, ghe.com or a GitHub Enterprise Server, by the REST API.</summary>
internal sealed class GitHubTracker : RestTracker
{
    internal const string ApiVersion = "2022-11-28";

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
    protected override string? AddEvents(Dictionary<string, TrackerIssue> kept, string? last)
    {
        var events = new Dictionary<string, List<IssueEvent>>(StringComparer.Ordinal);
        _ = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var known);
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
