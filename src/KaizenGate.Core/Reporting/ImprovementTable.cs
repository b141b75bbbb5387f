using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The improvements of a backlog as a table; the title is last because its width on a terminal is unknown.</summary>
internal static class ImprovementTable
{
    private const int LongestId = 24;
    private const int LongestTitle = 100;

    private static readonly string[] Header =
    [
        "line",
        "id",
        "impact",
        "effort",
        "score",
        "priority",
        "status",
        "title",
    ];

    /// <summary>The column with the number of sightings is there if any improvement was seen again.</summary>
    public static void Write(Backlog backlog, Scoring scoring, TextPage page)
    {
        var hasSightings = backlog.Improvements.Any(item => !item.Sightings.IsEmpty);
        page.Table(
            [
                With(Header, "seen"),
                .. backlog.Improvements.Select(item => With(Row(item, scoring), $"{item.Sightings.Length}")),
            ],
            "line",
            "impact",
            "effort",
            "score",
            "seen"
        );

        string[] With(string[] cells, string seen) => hasSightings ? [.. cells[..^1], seen, cells[^1]] : cells;
    }

    private static string[] Row(Improvement item, Scoring scoring) =>
        [
            $"{item.Span.Line}",
            item.Id is null ? ItemReference.Short(item) : LogText.Of(VisibleText.Cut(item.Id, LongestId)),
            Wording.NumberOrDash(item.Impact?.Value),
            Wording.NumberOrDash(item.Effort?.Value),
            Wording.NumberOrDash(item.Score),
            StatusText.Words(StatusText.Priority(item, scoring)) ?? "–",
            StatusText.Words(item.Status),
            LogText.Of(VisibleText.Cut(item.Title, LongestTitle)),
        ];
}
