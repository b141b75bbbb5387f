using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers;

/// <summary>What trackers with a REST API have in common.</summary>
/// <param name="settings">The tracker.</param>
/// <param name="access">Its API and the token.</param>
/// <param name="options">How to pull.</param>
internal abstract class RestTracker(TrackerSettings settings, TrackerAccess access, PullOptions options) : ITracker
{
    private readonly TrackerClient client = new(access, options);

    public int Requests => client.Requests;

    protected TrackerSettings Settings => settings;

    protected TrackerClient Client => client;

    protected PullOptions Options => options;

    /// <summary>The path of the issues of the project.</summary>
    protected abstract string Path { get; }

    /// <summary>The name of the body of an issue or a comment in JSON.</summary>
    protected abstract (string Issue, string Comment) BodyName { get; }

    /// <summary>The method and the last part of the path with which an issue's comments are changed.</summary>
    protected abstract (string Method, string Comments) Changing { get; }

    public Snapshot Pull(Snapshot? before)
    {
        var changed = new Dictionary<string, TrackerIssue?>(StringComparer.Ordinal);
        var answer = client.Get(Path + Query(before?.Since), before?.ETag);
        var start = answer.Date ?? options.Time.GetUtcNow();
        // A later page can change while the first one does not.
        var etag =
            answer.IsUnchanged ? before?.ETag
            : answer.Next is null ? answer.ETag
            : null;
        while (!answer.IsUnchanged)
        {
            Take(answer, changed);
            options.Progress?.Invoke($"{settings.Project}: {Wording.Count(changed.Count, "issue")} read");
            if (answer.Next is null)
            {
                break;
            }

            answer = client.Get(answer.Next);
        }

        var kept = (before?.Issues ?? [])
            .DistinctBy(issue => issue.Id)
            .ToDictionary(issue => issue.Id, StringComparer.Ordinal);
        foreach (var (id, issue) in changed)
        {
            if (issue is null)
            {
                kept.Remove(id);
            }
            else
            {
                kept[id] = issue.After(kept.GetValueOrDefault(id));
            }
        }

        var last = before?.LastEvent;
        if (before is null || kept.Values.Any(issue => issue.LacksEvents))
        {
            last = AddEvents(kept, before);
        }

        var now = options.Time.GetUtcNow();
        var since = NextSince(before, changed.Values, start);
        return new Snapshot
        {
            Tracker = settings.Name,
            Project = settings.Project,
            PulledAt = now,
            WholeAt = before?.WholeAt ?? now,
            Since = since,
            ETag = since == before?.Since ? etag : null,
            LastEvent = last,
            OnlyLabels = settings.Labels,
            Issues = [.. kept.Values.OrderBy(issue => NumberOf(issue.Id))],
        };
    }

    public FetchedIssue Fetch(string id)
    {
        using var json = client.Get(PathOf(id)).Json;
        return json is { RootElement: var root } && !IsOther(root) && Fetched(root) is { } issue
            ? issue
            : throw new TrackerException($"{id} is not an issue of {settings.Project}", "Check the id.");
    }

    public AppliedChange Apply(FetchedIssue issue, IssueChange change)
    {
        var path = PathOf(issue.Issue.Id);
        var after = Change(Changing.Method, path, json => Write(json, issue, Completed(issue, change)));
        var warnings = Compare(after.Issue, change);
        WrittenComment? written = null;
        if (change.Comment is { } comment)
        {
            try
            {
                written = Comment(path, change.Topic, StickyComment.Of(change.Topic, comment));
            }
            catch (TrackerException failed)
            {
                warnings.Add($"the issue is changed, but not commented on: {failed.Message}");
            }
        }

        return new(after, warnings.ToImmutable()) { Comment = written };
    }

    public AppliedChange TakeBack(FetchedIssue before, AppliedChange applied)
    {
        var id = before.Issue.Id;
        var now = Fetch(id);
        if (!IssueChange.Back(now, applied.Now).IsEmpty)
        {
            throw new TrackerException(
                $"{id} changed since the last answer, so that is not undone",
                $"Undo it by hand at {now.Issue.Address ?? settings.Project}."
            );
        }

        var change = IssueChange.Back(now, before);
        var after = change.IsEmpty ? now : Change(Changing.Method, PathOf(id), json => Write(json, now, change));
        var warnings = Compare(after.Issue, change);
        if (!IssueChange.Back(after, before).IsEmpty)
        {
            warnings.Add($"the server left {id} other than it was; look at {now.Issue.Address ?? settings.Project}");
        }

        try
        {
            TakeBack(applied.Comment);
        }
        catch (TrackerException failed)
        {
            warnings.Add($"{id} is what it was, but its comment stays: {failed.Message}");
        }

        return new(after, warnings.ToImmutable());
    }

    public AppliedChange File(string title, ImmutableArray<(FieldDefinition Field, string Text)> fields)
    {
        ImmutableArray<string> labels = settings.Labels.IsEmpty ? [] : [settings.Labels[0]];
        var change = new IssueChange
        {
            Title = title,
            Labels = labels,
            Body = string.Join("\n\n", fields.Select(one => $"### {one.Field.Spelling}\n\n{one.Text}")),
        };
        var after = Change("POST", Path, json => Write(json, null, change));
        return new(after, Compare(after.Issue, change).ToImmutable());
    }

    /// <summary>
    /// The query for all issues, or those that changed since a time, ordered by creation, so that a change while pages are read moves no
    /// issue to a page that was read already.
    /// </summary>
    protected abstract string Query(DateTimeOffset? since);

    /// <summary>Reads an issue; null when its number, title or dates are missing.</summary>
    protected abstract TrackerIssue? Read(JsonElement json);

    /// <summary>Whether an element of the list is not an issue.</summary>
    protected abstract bool IsOther(JsonElement json);

    /// <summary>Whether an issue only groups others.</summary>
    protected abstract bool IsGroup(JsonElement json);

    /// <summary>Adds events to issues that lack them.</summary>
    /// <param name="kept">All issues by id.</param>
    /// <param name="before">The snapshot before; null for none.</param>
    /// <returns>The newest event now.</returns>
    protected abstract string? AddEvents(Dictionary<string, TrackerIssue> kept, Snapshot? before);

    /// <summary>Writes the members of an issue that change.</summary>
    /// <param name="json">Receives them.</param>
    /// <param name="issue">The issue; null for a new one.</param>
    /// <param name="change">The change.</param>
    protected abstract void Write(Utf8JsonWriter json, FetchedIssue? issue, IssueChange change);

    /// <summary>Adds what a change of the state also means to this tracker.</summary>
    protected virtual IssueChange Completed(FetchedIssue issue, IssueChange change) => change;

    protected static string Stamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    protected static long NumberOf(string id) => long.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>The path of an issue.</summary>
    protected string PathOf(string id) => $"{Path}/{NumberOf(id)}";

    /// <summary>The time of the last change that was seen; not after the start, because what changed meanwhile may not have been seen.</summary>
    private static DateTimeOffset? NextSince(Snapshot? before, IEnumerable<TrackerIssue?> changed, DateTimeOffset start)
    {
        var newest = changed.OfType<TrackerIssue>().Select(issue => (DateTimeOffset?)issue.Updated).Max();
        return newest is null ? before?.Since
            : newest < start ? newest
            : start;
    }

    /// <summary>Takes the issues of a page; null for an issue that is not an improvement.</summary>
    private void Take(TrackerAnswer answer, Dictionary<string, TrackerIssue?> changed)
    {
        using var json = answer.Json;
        if (json?.RootElement is not { ValueKind: JsonValueKind.Array } list)
        {
            throw new TrackerException("the server does not answer with issues", "Check `host` in the settings.");
        }

        foreach (var one in list.EnumerateArray())
        {
            if (!IsOther(one) && Read(one) is { } issue)
            {
                changed[issue.Id] = !IsGroup(one) && HasLabel(issue) ? issue : null;
            }
        }
    }

    private bool HasLabel(TrackerIssue issue) =>
        settings.Labels.IsEmpty
        || settings.Labels.Any(label => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase));

    private FetchedIssue? Fetched(JsonElement json) =>
        Read(json) is { } issue ? new(issue, TrackerJson.TextIn(json, BodyName.Issue) ?? "") : null;

    private FetchedIssue Change(string method, string path, Action<Utf8JsonWriter> write)
    {
        using var json = client.Change(method, path, Bytes(write)).Json;
        return json is not null && Fetched(json.RootElement) is { } after
            ? after
            : throw new TrackerException("the server does not answer with the issue", "Look at it, then pull.");
    }

    /// <summary>Names what the server left out: without the right to label issues it does so silently.</summary>
    private static ImmutableArray<string>.Builder Compare(TrackerIssue after, IssueChange change)
    {
        if (change.State is { } state && after.State is IssueState.Open != state is IssueState.Open)
        {
            throw new TrackerException(
                $"the server did not take the new state of {after.Id}",
                "The token needs the right to close issues."
            );
        }

        var warnings = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<string> dropped =
        [
            .. (change.Labels ?? []).Except(after.Labels, StringComparer.OrdinalIgnoreCase),
        ];
        if (!dropped.IsEmpty)
        {
            warnings.Add(
                $"the server did not take {(dropped.Length == 1 ? "the label" : "the labels")} "
                    + $"{string.Join(", ", dropped)}; the token needs the right to label issues"
            );
        }

        if (change.Assignee is { } login && after.Assignee?.Contains(login, StringComparison.OrdinalIgnoreCase) != true)
        {
            warnings.Add($"the server did not assign {login}, who may not be a member of the project");
        }

        return warnings;
    }

    /// <summary>Writes a comment, or edits the one about the same topic.</summary>
    /// <returns>Null when it says so already.</returns>
    private WrittenComment? Comment(string issue, string topic, string text)
    {
        var comments = $"{issue}/{Changing.Comments}";
        for (var answer = client.Get($"{comments}?per_page=100"); ; answer = client.Get(answer.Next))
        {
            using var json = answer.Json;
            foreach (var one in TrackerJson.Elements(json))
            {
                var old = TrackerJson.TextIn(one, BodyName.Comment);
                if (StickyComment.Is(topic, old) && TrackerJson.NumberIn(one, "id") is { } id)
                {
                    if (old!.ReplaceLineEndings("\n") == text)
                    {
                        return null;
                    }

                    Send(Changing.Method, PathOfComment(issue, id), text)?.Dispose();
                    return new(PathOfComment(issue, id), old);
                }
            }

            if (answer.Next is null)
            {
                break;
            }
        }

        using var written = Send("POST", comments, text);
        return written is not null && TrackerJson.NumberIn(written.RootElement, "id") is { } number
            ? new(PathOfComment(issue, number), null)
            : null;
    }

    private void TakeBack(WrittenComment? comment)
    {
        if (comment is { Before: { } before })
        {
            Send(Changing.Method, comment.Path, before)?.Dispose();
        }
        else if (comment is not null)
        {
            client.Change("DELETE", comment.Path, default).Json?.Dispose();
        }
    }

    private JsonDocument? Send(string method, string path, string comment) =>
        client.Change(method, path, Bytes(json => json.WriteString(BodyName.Comment, comment))).Json;

    /// <summary>The path of a comment.</summary>
    protected abstract string PathOfComment(string issue, long id);

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
