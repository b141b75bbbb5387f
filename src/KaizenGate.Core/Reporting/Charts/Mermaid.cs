using System.Text;
using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>Mermaid diagrams, which GitHub and GitLab draw in Markdown; elsewhere they are collapsed text.</summary>
internal static class Mermaid
{
    /// <summary>More labels would overlap.</summary>
    private const int MaxPoints = 30;

    /// <summary>More dates do not fit on the axis.</summary>
    private const int MaxDates = 12;

    private const int LongestName = 24;

    /// <summary>Visible on light and dark pages, unlike the default colours.</summary>
    private const string Colors =
        "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#3b82f6, #16a34a\"}}}}%%\n";

    /// <summary>The open items with the highest scores by impact and effort; empty when none has both.</summary>
    public static string Quadrants(ImmutableArray<OpenItem> items)
    {
        ImmutableArray<OpenItem> placed = [.. items.Where(item => item.Cell is not null)];
        if (placed.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder("quadrantChart\n  x-axis \"Low effort\" --> \"High effort\"\n")
            .Append("  y-axis \"Low impact\" --> \"High impact\"\n  quadrant-1 \"Consider\"\n")
            .Append("  quadrant-2 \"Do first\"\n  quadrant-3 \"Quick wins\"\n  quadrant-4 \"Do not do\"\n");
        var places = placed
            .GroupBy(item => (Effort: item.Item.Effort!.Value, Impact: item.Item.Impact!.Value))
            .ToImmutableArray();
        foreach (var place in places.Take(MaxPoints))
        {
            // Mermaid only accepts 0.… here; the result is never 0 or 1.
            var (across, up) = ((place.Key.Effort - 0.5) / 10, (place.Key.Impact - 0.5) / 10);
            text.Append($"  \"{Names([.. place])}\": [{across:0.###}, {up:0.###}]\n");
        }

        var cut = places.Length - MaxPoints;
        return Folded(cut > 0 ? $"Impact × effort, {MaxPoints} of {places.Length} places" : "Impact × effort", text);
    }

    /// <summary>The totals of identified and executed improvements over time; empty with less than two weeks.</summary>
    public static string Trend(ImmutableArray<ReportWeek> weeks)
    {
        if (weeks.Length < 2)
        {
            return "";
        }

        var each = (weeks.Length + MaxDates - 1) / MaxDates;
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
        here.Length > 2
            ? $"{Name(here[0])}, {Name(here[1])} and {here.Length - 2} more"
            : string.Join(", ", here.Select(Name));

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
