namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Reads one JSON object per line: exports of beads, and the next work of AgentOps, whose lines have several items each.</summary>
internal static class JsonLines
{
    /// <summary>Types of beads that no person works on.</summary>
    private static readonly string[] OtherTypes = ["message", "gate", "molecule", "event"];

    public static void Write(ItemWriter to, string text)
    {
        for (var line = 0; line < to.Original.Count; line++)
        {
            var place = to.Original.Place(line);
            if (to.Original[line].Trim().IsEmpty)
            {
                continue;
            }

            if (JsonTree.Read(to.Original[line], place.Offset, out var wrong) is not DataMap map)
            {
                var at = wrong is { } fault ? to.Original.PlaceOf(fault.Offset) : place;
                to.Problem(at, $"{wrong?.Message ?? "this is not a JSON object"}, and the line is not read");
            }
            else if (map.Of("items") is DataList items)
            {
                foreach (var item in items.Values.OfType<DataMap>())
                {
                    NextWork(to, item, map, place);
                }
            }
            else if (map.TextOf("severity") is not null && map.TextOf("issue_type") is null)
            {
                NextWork(to, map, map, place);
            }
            else
            {
                Issue(to, map, place);
            }
        }
    }

    private static void Issue(ItemWriter to, DataMap issue, LinePlace place)
    {
        var status = issue.TextOf("status");
        if (
            issue.TextOf("_type") is not (null or "issue")
            || status is "tombstone"
            || Array.IndexOf(OtherTypes, issue.TextOf("issue_type")) >= 0
            || issue.TextOf("ephemeral") is "true"
            || issue.TextOf("is_template") is "true"
        )
        {
            return;
        }

        if (issue.TextOf("title") is not { } title)
        {
            to.Problem(place, "this issue has no title and is not read");
            return;
        }

        to.Begin(title, place, issue.TextOf("id"), status is null ? " " : null);
        to.Field(
            "Status",
            status switch
            {
                "closed" => "Done",
                "open" or "pinned" => "To Do",
                "in_progress" or "hooked" => "In Progress",
                "blocked" or "deferred" => "Deferred",
                _ => status,
            },
            place
        );
        Ratings(to, issue, place);
        to.Field("Type", issue.TextOf("issue_type"), place);
        to.Field("Owner", issue.TextOf("assignee", "owner"), place);
        to.Field("Estimate", issue.TextOf("estimated_minutes") is { } minutes ? $"{minutes} min" : null, place);
        to.Field("Captured", Day(issue.TextOf("created_at")), place);
        to.Field("Started", Day(issue.TextOf("started_at")), place);
        to.Field("Completed", Day(issue.TextOf("closed_at")), place);
        to.Field("Due Date", Day(issue.TextOf("due_at")), place);
        to.Field("Review Date", Day(issue.TextOf("defer_until")), place);
        to.Field("Reason", status is "closed" ? null : issue.TextOf("close_reason"), place);
        to.Field("Success Criteria", issue.TextOf("acceptance_criteria"), place);
        to.Body(issue.TextOf("description"), place);
        to.End(place);
    }

    /// <summary>An item of AgentOps; what it says goes before what its batch says.</summary>
    private static void NextWork(ItemWriter to, DataMap item, DataMap batch, LinePlace place)
    {
        if (item.TextOf("title") is not { } title)
        {
            to.Problem(place, "an item of this line has no title and is not read");
            return;
        }

        string? Own(string key) => item.TextOf(key) ?? batch.TextOf(key);
        var isDone = Own("consumed") is "true";
        var isHeld = item.TextOf("status") is not (null or "ready" or "proposed");
        to.Begin(title, place, item.TextOf("id"));
        to.Field(
            "Status",
            isDone ? "Done"
                : isHeld ? "Deferred"
                : "To Do",
            place
        );
        to.Field("Impact", item.TextOf("severity") is { } severity ? $"{severity} (severity)" : null, place);
        to.Field("Type", item.TextOf("type"), place);
        to.Field("Captured", Day(Own("timestamp")), place);
        to.Field("Completed", isDone ? Day(Own("consumed_at")) : null, place);
        to.Field("Measured Impact", isDone ? item.TextOf("consumed_note") : null, place);
        to.Body(item.TextOf("description"), place);
        to.End(place);
    }

    /// <summary>Writes impact, effort, priority and labels. A priority is the impact of an item that has none.</summary>
    public static void Ratings(ItemWriter to, DataMap item, LinePlace place)
    {
        var metadata = item.Of("metadata") as DataMap;
        var (labels, priority) = (Labels(item), item.TextOf("priority"));
        var hasImpact = labels?.Contains("impact", StringComparison.OrdinalIgnoreCase) == true;
        to.Field(
            "Impact",
            metadata?.TextOf("impact") ?? item.TextOf("impact") ?? (hasImpact ? null : ImpactOf(priority)),
            place
        );
        to.Field("Effort", metadata?.TextOf("effort") ?? item.TextOf("effort"), place);
        to.Field("Priority", priority is [>= '0' and <= '9'] ? $"P{priority}" : priority, place);
        to.Field("Labels", labels, place);
    }

    /// <summary>Returns the level of a priority, a number from 0, the highest, to 4, or a word.</summary>
    private static string? ImpactOf(string? priority) =>
        priority switch
        {
            null => null,
            "0" or "1" or "critical" => $"High (priority {priority})",
            "2" => $"Medium (priority {priority})",
            "3" or "4" => $"Low (priority {priority})",
            _ => $"{priority} (priority)",
        };

    private static string? Labels(DataMap item) =>
        item.Of("labels", "tags") is DataList list
            ? string.Join(", ", list.Values.OfType<DataText>().Select(one => one.Text))
            : null;

    /// <summary>Returns the day of a time stamp; null for none and for the zero of Unix time, which some tools write.</summary>
    public static string? Day(string? time) =>
        time is { Length: >= 10 } && !time.StartsWith("1970-01-01", StringComparison.Ordinal) ? time[..10] : null;
}
