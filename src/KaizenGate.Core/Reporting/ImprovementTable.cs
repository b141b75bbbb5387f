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

    public static void Write(Backlog backlog, Scoring scoring, TextPage page) =>
        page.Table(
            [Header, .. backlog.Improvements.Select(item => Row(item, scoring))],
            "line",
            "impact",
            "effort",
            "score"
        );

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
