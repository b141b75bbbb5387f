using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>A comparison of two spans in words.</summary>
internal static class ComparisonText
{
    /// <summary>What is compared, or why nothing is: <c>The 26 weeks from 2025-07-07 and the 26 weeks before.</c></summary>
    public static string Spans(PeriodComparison? comparison) =>
        comparison switch
        {
            null => "There is nothing to compare with.",
            { Before: null } => $"There is nothing to compare with: {comparison.Missing}.",
            { Now: var now } => $"The {Weeks(now)} from {FiguresText.Day(now.From)} and the {Weeks(now)} before.",
        };

    /// <summary>The length of a span: <c>26 weeks</c>; <c>week</c> for one.</summary>
    public static string Weeks(SpanFigures span) => span.Weeks == 1 ? "week" : $"{span.Weeks:0.#} weeks";

    /// <summary>
    /// The figures of both spans, with 1 if more of it is better, −1 if less is, and 0 if neither; null when unknown.
    /// </summary>
    public static (string Name, int Better, double? Now, double? Before)[] Rows(PeriodComparison comparison)
    {
        return
        [
            Row("captured", 0, span => span.Captured),
            Row("executed", 1, span => span.Completed),
            Row("open at the end", -1, span => span.Open),
            Row("cycle time, median days", -1, span => span.CycleDays.Median),
            Row("hours spent", 0, span => span.HoursSpent.Value),
            Row("hours saved", 1, span => span.HoursSaved.Value),
        ];

        (string, int, double?, double?) Row(string name, int better, Func<SpanFigures, double?> figure) =>
            (name, better, figure(comparison.Now), comparison.Before is { } before ? figure(before) : null);
    }

    /// <summary>A figure of now and before: <c>52 (40 before)</c>; a dash for an unknown one.</summary>
    public static string Pair(double? now, double? before) =>
        $"{Number(now)}{(now is null && before is null ? "" : $" ({Number(before)} before)")}";

    /// <summary>The figures of a backlog on one line.</summary>
    public static string Line(BacklogProgress one)
    {
        var (now, before) = (one.Comparison?.Now, one.Comparison?.Before);
        return $"{Pair(one.Open, before?.Open)} open, {Pair(now?.Completed, before?.Completed)} executed, "
            + $"drain time {FiguresText.Drain(one.DrainWeeks)}, "
            + $"{Pair(now?.HoursSaved.Value, before?.HoursSaved.Value)} hours saved, "
            + $"gate {(one.Outcome is Checking.Outcome.Fail ? "failed" : "passed")}";
    }

    private static string Number(double? number) => number is { } known ? $"{known:0.#}" : "–";
}
