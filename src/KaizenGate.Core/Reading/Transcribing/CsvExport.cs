using System.Globalization;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Reads exports of Jira, GitLab, Azure Boards and Linear, and other tables with a title: each column is a field by its header, as in a
/// Markdown table.
/// </summary>
internal static class CsvExport
{
    private const int SecondsPerHour = 3600;

    private static readonly string[] Titles = ["title", "summary", "name", "issue", "task"];
    private static readonly string[] Ids = ["issue key", "iid", "id", "key"];

    /// <summary>Other numbers of an issue, and what none of its fields means.</summary>
    private static readonly string[] Ignored = ["issue id", "updated", "updated at", "no priority"];
    private static readonly string[] Bodies = ["description"];
    private static readonly string[] Statuses = ["status", "state"];
    private static readonly string[] LabelHeaders = ["labels", "tags", "label"];
    private static readonly string[] NotDone =
    [
        "won't do",
        "won't fix",
        "wont fix",
        "duplicate",
        "cannot reproduce",
        "declined",
        "canceled",
        "cancelled",
        "removed",
        "rejected",
    ];

    public static void Write(ItemWriter to, string text)
    {
        var rows = CsvRows.Read(text, to.Original, out var unclosed);
        if (unclosed is { } quote)
        {
            to.Problem(
                to.Original.PlaceOf(quote),
                "this quotation mark is not closed, and nothing from here on is read"
            );
        }

        if (rows.Count == 0)
        {
            return;
        }

        var headers = rows[0].Cells.Select(cell => Header(cell)).ToList();
        if (Titles.FirstOrDefault(headers.Contains) is not { } title)
        {
            to.Problem(rows[0].Place, "no column of this table is a title; name one \"Title\" or \"Summary\"");
            return;
        }

        var columns = headers.Index().ToLookup(column => column.Item, column => column.Index);
        foreach (var row in rows.Skip(1))
        {
            Item(to, new CsvRecord(columns, row), title);
        }
    }

    private static void Item(ItemWriter to, CsvRecord row, string titleHeader)
    {
        var place = row.Row.Place;
        if (row.Of(titleHeader) is not { } title)
        {
            to.Problem(place, "this row has no title and is not read");
            return;
        }

        var status = Status(row);
        to.Begin(title, place, row.Of(Ids), status is null ? " " : null);
        to.Field("Status", status, place);
        foreach (
            var (header, value) in row.Others(
                titleHeader,
                [.. Ids, .. Ignored, .. Bodies, .. Statuses, .. LabelHeaders]
            )
        )
        {
            if (!Ignored.Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                to.Field(Label(header), Value(header, value), place);
            }
        }

        to.Field("Labels", string.Join(", ", LabelHeaders.SelectMany(row.All)).Replace(';', ','), place);
        to.Body(row.Of(Bodies), place);
        to.End(place);
    }

    /// <summary>Returns the status by what is known of the end of the work, and else as written.</summary>
    private static string? Status(CsvRecord row)
    {
        var written = row.Of(Statuses);
        return row.Of("canceled") is not null || IsNotDone(row.Of("resolution")) || IsNotDone(written) ? "Rejected"
            : row.Of("completed", "resolved", "closed at") is not null ? "Done"
            : row.Of("status category") is { } category && category.Equals("done", StringComparison.OrdinalIgnoreCase)
                ? "Done"
            : written is "Opened" or "Open" or "New" ? "To Do"
            : written;
    }

    private static bool IsNotDone(string? word) =>
        word is not null && Array.Exists(NotDone, one => one.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a header without its unit, and that of a custom field: <c>Custom field (Impact)</c>.</summary>
    private static string Header(string cell)
    {
        const string Custom = "custom field (";
        var header = cell.Replace("(UTC)", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        return header.StartsWith(Custom, StringComparison.Ordinal) && header.EndsWith(')')
            ? header[Custom.Length..^1]
            : header;
    }

    /// <summary>Returns the label of a field for a header of the exports.</summary>
    private static string Label(string header) =>
        header switch
        {
            "closed at" or "resolved" or "canceled" => "Completed",
            "created at" or "created" or "created date" => "Captured",
            "time estimate" or "original estimate" => "Estimate",
            "time spent" => "Time Spent",
            "due date" => "Due Date",
            "estimate" => "Story Points",
            _ => header,
        };

    private static string Value(string header, string value) =>
        header is "time estimate" or "original estimate" or "time spent"
        && double.TryParse(value, CultureInfo.InvariantCulture, out var seconds)
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / SecondsPerHour:0.##} h")
        : (DayOf(value, 0, "d/MMM/yy") ?? DayOf(value, 1, "MMM dd yyyy")) is { } day ? day
        : value;

    /// <summary>
    /// Returns the date that some words of a time stamp are, <c>11/May/24 03:26 PM</c> of Jira or <c>Wed May 13 2026 11:21:41 GMT+0000</c>
    /// of Linear, as YYYY-MM-DD; null for another text.
    /// </summary>
    private static string? DayOf(string value, int skip, string format)
    {
        var words = value.Split(' ').Skip(skip).Take(format.Count(one => one == ' ') + 1);
        return DateOnly.TryParseExact(
            string.Join(' ', words),
            format,
            CultureInfo.InvariantCulture,
            default,
            out var day
        )
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }
}

/// <summary>A row of a table with the columns of each header.</summary>
internal readonly record struct CsvRecord(ILookup<string, int> Columns, CsvRow Row)
{
    /// <summary>Returns the first value of the first header that has one; null when none has.</summary>
    public string? Of(params ReadOnlySpan<string> headers)
    {
        foreach (var header in headers)
        {
            if (All(header).FirstOrDefault() is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Returns all values of a header.</summary>
    public IEnumerable<string> All(string header)
    {
        var cells = Row.Cells;
        return Columns[header].Where(at => at < cells.Length && cells[at].Length > 0).Select(at => cells[at]);
    }

    /// <summary>Returns the first value of each other header that has one.</summary>
    public IEnumerable<(string Header, string Value)> Others(string title, string[] except)
    {
        var record = this;
        return Columns
            .Select(column => column.Key)
            .Where(header => header != title && !except.Contains(header))
            .Select(header => (header, record.Of(header)!))
            .Where(one => one.Item2 is not null);
    }
}
