namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Reads the tasks of Task Master: lists of tasks by tag, or one list in its older form.</summary>
internal static class TaskMaster
{
    public static void Write(ItemWriter to, string text)
    {
        var root = JsonTree.Read(text, 0, out var wrong);
        if (wrong is { } fault)
        {
            to.Problem(to.Original.PlaceOf(fault.Offset), $"{fault.Message}, and nothing is read");
            return;
        }

        // A tag is often a copy of another: the same number and title is one task.
        var seen = new HashSet<(string?, string?)>();
        if (root is DataMap { } map)
        {
            Tasks(to, map, "", seen);
            foreach (var (tag, value) in map.Entries)
            {
                if (value is DataMap tagged)
                {
                    Tasks(to, tagged, $"{tag}/", seen);
                }
            }
        }
    }

    private static void Tasks(ItemWriter to, DataMap of, string tag, HashSet<(string?, string?)> seen)
    {
        foreach (var task in (of.Of("tasks") as DataList)?.Values.OfType<DataMap>() ?? [])
        {
            if (task.TextOf("title") is not { } title)
            {
                to.Problem(to.Original.PlaceOf(task.At), "this task has no title and is not read");
            }
            else if (seen.Add((task.TextOf("id"), title)))
            {
                Task(to, task, title, tag);
            }
        }
    }

    private static void Task(ItemWriter to, DataMap task, string title, string tag)
    {
        var place = to.Original.PlaceOf(task.Of("title")!.At);
        to.Begin(title, place, task.TextOf("id") is { } id ? $"{tag}{id}" : null);
        to.Field(
            "Status",
            task.TextOf("status") switch
            {
                "completed" or "done" => "Done",
                "cancelled" => "Rejected",
                "in-progress" or "review" => "In Progress",
                "deferred" or "blocked" => "Deferred",
                _ => "To Do",
            },
            place
        );
        JsonLines.Ratings(to, task, place);
        to.Field("Captured", JsonLines.Day(task.TextOf("createdAt")), place);
        to.Field(
            "Completed",
            task.TextOf("status") is "done" or "completed" ? JsonLines.Day(task.TextOf("updatedAt")) : null,
            place
        );
        to.Body(task.TextOf("description"), place);
        to.End(place);
    }
}
