using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Analytics;

/// <summary>
/// A year of a team of one: each Monday 3 improvements are captured, each Sunday 2 of them are done, 4 hours each. 35 of the 104
/// are about performance, spread evenly, and each of those saves 15 minutes a week; 28 are about quality, 23 about developer
/// experience, 18 about technical debt. Everything is written in one file with its dates.
/// </summary>
internal static class YearOfEvidence
{
    public const int Weeks = 52;

    public static DateOnly FirstDay { get; } = new(2025, 1, 6);

    public static DateOnly LastDay { get; } = FirstDay.AddDays((7 * Weeks) - 1);

    public static ImprovementReport Report { get; } = Of(Text());

    public static ImprovementReport Of(string text, GateSettings? settings = null, DateOnly? from = null) =>
        Of(Evidence(text, LastDay), settings ?? GateSettings.Default, from ?? FirstDay, LastDay);

    public static ImprovementReport Of(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        DateOnly from,
        DateOnly to,
        DateOnly? today = null
    ) => ImprovementReport.Of(evidence, Gate.Check(evidence, settings, today ?? to, "1.2.3"), settings, from, to);

    public static ImmutableArray<Evidence> Evidence(string text, DateOnly today)
    {
        var backlog = Md.Read(text);
        return [new(backlog, WrittenDates.Read(backlog, today))];
    }

    /// <summary>Whether the completion of a number, from 0, is about performance: 35 of 104, spread evenly.</summary>
    public static bool IsPerformance(int number) => number * 35 % 104 < 35;

    /// <summary>The backlog after the year.</summary>
    public static string Text()
    {
        var text = new StringBuilder("# Improvement Backlog\n");
        var others = 0;
        for (var number = 0; number < 3 * Weeks; number++)
        {
            var monday = FirstDay.AddDays(7 * (number / 3));
            text.Append($"\n### [IMP-{number + 1:000}] Improvement number {number + 1}\n\n")
                .Append("- **Impact:** 6/10\n- **Effort:** 4/10\n")
                .Append($"- **Captured:** {monday:yyyy-MM-dd}\n");
            if (number % 3 == 2)
            {
                text.Append("- **Status:** To Do\n");
                continue;
            }

            var isPerformance = IsPerformance((2 * (number / 3)) + (number % 3));
            text.Append($"- **Status:** Done\n- **Started:** {monday.AddDays(2):yyyy-MM-dd}\n")
                .Append($"- **Completed:** {monday.AddDays(6):yyyy-MM-dd}\n- **Time Spent:** 4 hours\n")
                .Append($"- **Category:** {(isPerformance ? "Performance" : OtherCategory(others++))}\n")
                .Append(isPerformance ? "- **Time Saved:** 15 min/week\n" : "");
        }

        return text.ToString();
    }

    private static string OtherCategory(int number) =>
        number switch
        {
            < 28 => "Quality",
            < 28 + 23 => "Developer Experience",
            _ => "Technical Debt",
        };
}
