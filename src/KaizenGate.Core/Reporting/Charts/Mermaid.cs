using System.Text;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>Mermaid diagrams, which GitHub and GitLab draw in Markdown; elsewhere they are collapsed text.</summary>
internal static class Mermaid
{
    /// <summary>More labels, or dates on an axis, would overlap.</summary>
    private const int MaxPoints = 12;

    /// <summary>The other rows of the table are only counted.</summary>
    private const int MaxRows = 60;

    private const int LongestName = 80;

    /// <summary>So wide that the labels of two neighbours do not overlap.</summary>
    private const string Size = "%%{init: {\"quadrantChart\": {\"chartWidth\": 1000, \"chartHeight\": 520}}}%%\n";

    /// <summary>Visible on light and dark pages, unlike the default colours.</summary>
    private const string Colors =
        "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#3b82f6, #16a34a\"}}}}%%\n";

    /// <summary>
    /// The open items with the highest scores by impact and effort, each point with its row and the word of its cell in the matrix,
    /// and a table of all rows; empty when none has impact and effort.
    /// </summary>
    public static string Matrix(ImmutableArray<OpenItem> items)
    {
        var places = items
            .Where(item => item.Cell is not null)
            .GroupBy(item => (Effort: item.Item.Effort!.Value, Impact: item.Item.Impact!.Value))
            .Take(MaxPoints)
            .ToImmutableArray();
        if (places.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder(Size)
            .Append("quadrantChart\n  x-axis \"Low effort\" --> \"High effort\"\n")
            .Append("  y-axis \"Low impact\" --> \"High impact\"\n");
        foreach (var place in places)
        {
            // Mermaid only accepts 0.… here; the result is never 0 or 1.
            var (across, up) = ((place.Key.Effort - 0.5) / 10, (place.Key.Impact - 0.5) / 10);
            var (first, others) = (place.First(), place.Count() - 1);
            var label = $"{first.Row}{(others > 0 ? $" +{others}" : "")} {PlanWords.Cell(first.Cell)}";
            text.Append($"  \"{label}\": [{across:0.###}, {up:0.###}]\n");
        }

        return Folded("Impact × effort of the highest scores, by row of the table", text) + Table(items);
    }

    private static string Table(ImmutableArray<OpenItem> items)
    {
        var text = new StringBuilder(
            $"\n<details><summary>{Wording.Count(items.Length, "open improvement")}</summary>\n\n"
        )
            .Append("| row | improvement | impact | effort | score | matrix |\n")
            .Append("| --: | --- | --: | --: | --: | --- |\n");
        foreach (var item in items.Take(MaxRows))
        {
            var (impact, effort, score) = (item.Item.Impact, item.Item.Effort, item.Item.Score);
            text.Append($"| {item.Row} | {MarkdownText.Of(VisibleText.Cut(item.Name, LongestName))} ")
                .Append($"| {Wording.NumberOrDash(impact)} | {Wording.NumberOrDash(effort)} ")
                .Append($"| {Wording.NumberOrDash(score)} | {MarkdownText.Of(PlanWords.Cell(item.Cell))} |\n");
        }

        var cut = items.Length - MaxRows;
        return text.Append(cut > 0 ? $"\n{cut} more are in the backlog.\n" : "").Append("\n</details>\n").ToString();
    }

    /// <summary>The totals of identified and executed improvements over time; empty with less than two weeks.</summary>
    public static string Trend(ImmutableArray<ReportWeek> weeks)
    {
        if (weeks.Length < 2)
        {
            return "";
        }

        var each = (weeks.Length + MaxPoints - 1) / MaxPoints;
        ImmutableArray<ReportWeek> shown = [.. weeks.Where((_, at) => (weeks.Length - 1 - at) % each == 0)];
        var most = Ticks.FromZero(shown[^1].Identified, whole: true).Max;
        var text = new StringBuilder(Colors)
            .Append("xychart-beta\n")
            .Append($"  x-axis [{string.Join(", ", shown.Select(week => $"\"{week.Last:d MMM}\""))}]\n")
            .Append($"  y-axis \"improvements\" 0 --> {most:0}\n")
            .Append($"  line [{string.Join(", ", shown.Select(week => week.Identified))}]\n")
            .Append($"  line [{string.Join(", ", shown.Select(week => week.Executed))}]\n");
        return Folded("Identified (the upper line) and executed", text);
    }

    private static string Folded(string title, StringBuilder diagram) =>
        $"\n<details open><summary>{title}</summary>\n\n```mermaid\n{diagram}```\n\n</details>\n";
}
