using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>The section of <c>docs/statistics.md</c> with the calibration.</summary>
internal static class CalibrationPage
{
    public const string Open = "<!-- calibration -->";
    public const string Close = "<!-- /calibration -->";
    private const string FirstHeader = "team";

    public static string Path => Repository.PathOf("docs", "statistics.md");

    /// <summary>The cells of the table as the page is now, by the names of the teams.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows =>
        File.ReadLines(Path)
            .SkipWhile(line => !line.StartsWith($"| {FirstHeader} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(row => row[0].Trim('*'));

    /// <summary>The text between the markers.</summary>
    /// <param name="rows">The rows; some of the healthy teams lived for a year.</param>
    /// <param name="day">The day of the run.</param>
    public static string Text(IReadOnlyList<CalibrationRow> rows, DateOnly day) =>
        string.Join(
            '\n',
            [
                "",
                $"{rows[0].Lives.Count} repositories of each kind, of which {rows[0].Years.Count} healthy ones for a year, {day:yyyy-MM-dd}.",
                "",
                $"| {FirstHeader} | failed in weeks 1–13 | must be | failed in weeks 14–26 | must be | median week | must be | failed in a year |",
                "| --- | --: | --: | --: | --: | --: | --: | --: |",
                .. rows.Select(Line),
                "",
                "| rule | failed healthy teams in a year | most often | warned them |",
                "| --- | --: | --- | --: |",
                .. RuleLines([.. rows.Where(row => row.Law.IsHealthy)]),
                "",
                "",
            ]
        );

    private static string Line(CalibrationRow row)
    {
        var (law, count) = (row.Law, row.Lives.Count);
        var sign = law.IsHealthy ? "<" : "≥";
        string[] cells =
        [
            law.IsHealthy ? law.Name : $"*{law.Name}*",
            Share(row.Early, count),
            $"{sign} {100 * law.Early:0}%",
            Share(row.Late, count),
            $"{sign} {100 * law.Late:0}%",
            law.IsHealthy ? "" : $"{row.MedianWeek}",
            law.IsHealthy ? "" : $"≤ {law.CaughtBy}",
            law.IsHealthy ? Share(row.Years.Count(life => life.Failures.Count > 0), row.Years.Count) : "",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static IEnumerable<string> RuleLines(IReadOnlyList<CalibrationRow> healthy)
    {
        var all = healthy.Sum(row => row.Years.Count);
        foreach (var rule in RuleCatalog.All)
        {
            var failed = healthy.Sum(row => row.CountYears(rule.Id, isFailure: true));
            var warned = healthy.Sum(row => row.CountYears(rule.Id, isFailure: false));
            if (failed + warned > 0)
            {
                yield return $"| [{rule.Id}](rules/{rule.Id}.md) {rule.Name} | {Share(failed, all)} | {Most(healthy, rule)} | {Share(warned, all)} |";
            }
        }
    }

    private static string Most(IEnumerable<CalibrationRow> healthy, Rule rule)
    {
        var most = healthy.MaxBy(row => row.CountYears(rule.Id, isFailure: true))!;
        return most.CountYears(rule.Id, isFailure: true) is > 0 and var count
            ? $"{Share(count, most.Years.Count)}: {most.Law.Name}"
            : "";
    }

    private static string Share(int count, int all) => $"{100d * count / all:0.0}%";
}
