using System.Globalization;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Reads a task of Backlog.md: front matter with id, title and dates, and a body of sections between comments. The folder of the file
/// decides over the status: completed tasks are done, and archived ones rejected.
/// </summary>
internal static class BacklogTask
{
    /// <summary>The folders with tasks, below the folder of the project.</summary>
    public static ImmutableArray<string> Folders { get; } = ["tasks", "completed", "drafts", "archive"];

    private const string Extension = ".md";

    private static readonly string[] Read =
    [
        "id",
        "title",
        "status",
        "created_date",
        "updated_date",
        "due_date",
        "impact",
        "effort",
        "priority",
        "labels",
    ];

    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd",
        "yyyy-M-d",
        "dd-MM-yy",
        "d-M-yy",
        "dd-MM-yyyy",
        "d-M-yyyy",
        "dd/MM/yy",
        "dd/MM/yyyy",
    ];

    /// <summary>Whether a file has the name of a task in one of its folders: <c>tasks/task-1.2 - Cache-the-fonts.md</c>.</summary>
    /// <param name="path">The path, with <c>/</c> or the separator of the system between folders.</param>
    public static bool IsNamed(string path)
    {
        var parts = path.Split('/', '\\');
        return parts.Length > 1
            && Array.Exists(parts[Math.Max(0, parts.Length - 3)..^1], part => Folders.Contains(part))
            && Number(parts[^1]) is not null;
    }

    /// <summary>Whether a file is a task: its name, and front matter with an id.</summary>
    public static bool Is(string path, string text) =>
        text.StartsWith("---", StringComparison.Ordinal)
        && IsNamed(path)
        && text.AsSpan(0, text.IndexOf("\n---", StringComparison.Ordinal) is > 0 and var end ? end : text.Length)
            .Contains("\nid:", StringComparison.Ordinal);

    /// <summary>Why edits do not change a task: the tool removes what it does not know.</summary>
    public static (string Name, string Remedy) NotEdited { get; } =
        (
            "a task of Backlog.md",
            "Use `backlog task edit ID`, for example with `--status Done` or `--label impact:8 --label effort:2`."
        );

    /// <summary>Writes the task of a file.</summary>
    /// <param name="to">Receives it.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="path">Its path, which states its folder.</param>
    public static void Write(ItemWriter to, string text, string path)
    {
        var lines = to.Original;
        var end = FrontMatter(lines);
        if (end == 0)
        {
            to.Problem(lines.Place(0), "this task has no front matter and is not read");
            return;
        }

        // The empty first line keeps the offsets of the values.
        var yaml = text[..lines.StartOf(end)];
        var documents = YamlTree.Read(yaml, out var wrong);
        if (wrong is { } at)
        {
            to.Problem(lines.PlaceOf(at.Offset), $"this is not valid YAML, and the task is not read: {at.Message}");
        }
        else if (documents is not [DataMap map, ..] || map.Of("title") is not DataText { Text.Length: > 0 } title)
        {
            to.Problem(lines.Place(0), "this task has no title and is not read");
        }
        else
        {
            Task(to, map, title, end + 1, path);
        }
    }

    private static void Task(ItemWriter to, DataMap map, DataText title, int body, string path)
    {
        var lines = to.Original;
        var name = path.Split('/', '\\');
        var id = map.TextOf("id") ?? Number(name[^1]);
        var place = lines.PlaceOf(title.At);
        // The id of an archived task may be that of another one now.
        var shown = name.AsSpan()[..^1].Contains("archive") ? null : id;
        to.Begin(title.Text, place, shown, identity: Identity(id, map.TextOf("created_date")));
        var status = Status(map.TextOf("status"), name);
        to.Field("Status", status, PlaceOf("status"));
        to.Field("Captured", Day(map.TextOf("created_date")), PlaceOf("created_date"));
        var updated = Day(map.TextOf("updated_date"));
        to.Field(IsDone(status) ? "Completed" : "Updated", updated, PlaceOf("updated_date"));
        to.Field("Due Date", Day(map.TextOf("due_date")), PlaceOf("due_date"));
        foreach (var (key, value) in map.Entries)
        {
            if (!Read.Contains(key))
            {
                to.Field(Label(key), YamlItems.TextOf(value), lines.PlaceOf(value.At));
            }
        }

        JsonLines.Ratings(to, map, place);

        to.Body([.. Body(lines, body)], place);
        to.End(place);

        LinePlace PlaceOf(string key) => map.Of(key) is { } value ? lines.PlaceOf(value.At) : place;
    }

    /// <summary>Returns the lines of the body without the comments around its sections.</summary>
    private static IEnumerable<(string, LinePlace)> Body(OriginalLines lines, int first)
    {
        for (var line = first; line < lines.Count; line++)
        {
            var text = lines[line].ToString();
            var trimmed = text.AsSpan().Trim();
            if (!(trimmed.StartsWith("<!--") && trimmed.EndsWith("-->")))
            {
                yield return (text, lines.Place(line));
            }
        }
    }

    /// <summary>Returns the line, from 0, that ends the front matter; 0 when there is none.</summary>
    private static int FrontMatter(OriginalLines lines)
    {
        for (var line = 1; lines[0].TrimEnd() is "---" && line < lines.Count; line++)
        {
            if (lines[line].TrimEnd() is "---")
            {
                return line;
            }
        }

        return 0;
    }

    private static string Status(string? written, string[] path) =>
        path.AsSpan()[..^1].Contains("archive") ? "Rejected"
        : path.Length > 1 && path[^2] is "completed" ? "Done"
        : written is null or "Draft" ? "To Do"
        : written;

    private static bool IsDone(string status) => status.Equals("Done", StringComparison.OrdinalIgnoreCase);

    private static string Label(string key) =>
        key switch
        {
            "assignee" => "Owner",
            "dependencies" => "Depends On",
            _ => key.Replace('_', ' ').Replace('-', ' '),
        };

    /// <summary>
    /// Returns what identifies a task: its number and the time of its creation. A prefix can be changed, and the number of an archived
    /// task is given to another one.
    /// </summary>
    private static string? Identity(string? id, string? created)
    {
        var time =
            created?.Trim().Split(' ', 'T') is [_, var written, ..] && !written.StartsWith("00:00")
                ? $" {written}"
                : "";
        var kind = id?.StartsWith("draft-", StringComparison.OrdinalIgnoreCase) == true ? "draft " : "";
        return id is null ? null : $"{kind}{Digits(id)} {Day(created)}{time}".TrimEnd();
    }

    /// <summary>Returns the number of an id without the zeros before it.</summary>
    private static string Digits(string id)
    {
        var digits = id[(id.LastIndexOf('-') + 1)..].TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    /// <summary>Returns the day of a time in UTC or of a date, as YYYY-MM-DD; null when there is none.</summary>
    private static string? Day(string? written)
    {
        var date = written is null ? "" : written.Trim().Split(' ', 'T')[0];
        return DateOnly.TryParseExact(date, DateFormats, CultureInfo.InvariantCulture, default, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Returns <c>TASK-1.2</c> of <c>task-1.2 - Title.md</c>; null for a file with another name.</summary>
    private static string? Number(string fileName)
    {
        var end = fileName.IndexOf(" - ", StringComparison.Ordinal);
        end = end < 0 ? fileName.Length - Extension.Length : end;
        if (end <= 0 || !fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var dash = fileName.IndexOf('-', StringComparison.Ordinal);
        var isNumbered =
            dash > 0
            && dash + 1 < end
            && !fileName.AsSpan(0, dash).ContainsAnyExceptInRange('A', 'z')
            && fileName[(dash + 1)..end].All(c => char.IsAsciiDigit(c) || c is '.');
        return isNumbered ? fileName[..end].ToUpperInvariant() : null;
    }
}
