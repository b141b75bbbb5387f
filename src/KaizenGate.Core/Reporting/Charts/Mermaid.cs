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

    /// <summary>The items named at one point; its others are in the table.</summary>
    private const int MaxNames = 2;

    /// <summary>The other rows are only counted.</summary>
    private const int MaxRows = 50;

    private const int LongestName = 24;
    private const int LongestRow = 100;

    /// <summary>Visible on light and dark pages, unlike the default colours.</summary>
    private const string Colors =
        "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#3b82f6, #16a34a\"}}}}%%\n";

    /// <summary>
    /// The open items with the highest scores by impact and effort, each with the word of its cell in the matrix, and a table of
    /// the others; empty when none has impact and effort.
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

        var text = new StringBuilder("quadrantChart\n  x-axis \"Low effort\" --> \"High effort\"\n").Append(
            "  y-axis \"Low impact\" --> \"High impact\"\n"
        );
        foreach (var place in places)
        {
            // Mermaid only accepts 0.… here; the result is never 0 or 1.
            var (across, up) = ((place.Key.Effort - 0.5) / 10, (place.Key.Impact - 0.5) / 10);
            text.Append(
                $"  \"{Names([.. place])} ({PlanWords.Cell(place.First().Cell)})\": [{across:0.###}, {up:0.###}]\n"
            );
        }

        var drawn = places.SelectMany(place => place.Take(MaxNames)).Select(item => item.Row).ToHashSet();
        return Folded("Impact × effort", text) + Others([.. items.Where(item => !drawn.Contains(item.Row))]);
    }

    private static string Others(ImmutableArray<OpenItem> items)
    {
        if (items.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder(
            $"\n<details><summary>{Wording.Count(items.Length, "other open improvement")}</summary>\n\n"
        ).Append("| improvement | impact | effort | score | matrix |\n| --- | --: | --: | --: | --- |\n");
        foreach (var item in items.Take(MaxRows))
        {
            var (impact, effort, score) = (item.Item.Impact, item.Item.Effort, item.Item.Score);
            text.Append($"| {MarkdownText.Of(VisibleText.Cut(item.Name, LongestRow))} ")
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

    /// <summary>The names of two items at one place, and the number of the others.</summary>
    private static string Names(ImmutableArray<OpenItem> here) =>
        string.Join(", ", here.Take(MaxNames).Select(Name))
        + (here.Length > MaxNames ? $" and {here.Length - MaxNames} more" : "");

    /// <summary>The id, else the title, reduced to letters, digits, hyphens and periods.</summary>
    private static string Name(OpenItem item)
    {
        var name = Plain(item.Item.Id ?? "");
        name = name.Length > 0 ? name : Plain(item.Item.Title);
        return name.Length > 0 ? name : $"row {item.Row}";
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.AsSpan()[..Math.Min(LongestName, text.Length)])
        {
            plain.Append(char.IsLetterOrDigit(c) || c is '-' or '.' ? c : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
