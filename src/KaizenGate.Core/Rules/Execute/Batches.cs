using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>What the tests of arrivals against departures allow for events that come in batches.</summary>
internal static class Batches
{
    /// <summary>The threshold for <see cref="Evidence"/>.</summary>
    public static Parameter EvidenceWeeks { get; } =
        new(
            "evidenceWeeks",
            52,
            1,
            520,
            "weeks",
            "If the window is not significant, so many weeks may be: in batches, a few weeks prove little."
        );

    /// <summary>
    /// The flows in which a result may be significant: that of the window, then that of more weeks. When batches are rare, no
    /// window of 12 weeks is ever significant.
    /// </summary>
    public static IEnumerable<Flow> Evidence(RuleContext context, Timeline timeline, Flow window)
    {
        yield return window;
        var weeks = (int)context.Number(EvidenceWeeks.Name);
        if (weeks > context.Settings.WindowWeeks && window.CutShortBy is null)
        {
            yield return Flow.Of(timeline, context.History, weeks, context.AsOf);
        }
    }

    /// <summary>Returns the mean <see cref="Dispersion"/> of the arrivals and departures of the whole weeks of a window, at least 1.</summary>
    /// <param name="flow">The flow of the window.</param>
    /// <param name="departed">The departures that are tested against the arrivals.</param>
    public static double DispersionOf(Flow flow, Func<WeeklyFlow, int> departed) =>
        Dispersion.Of([.. flow.ByWeek.Select(week => week.Captured)], [.. flow.ByWeek.Select(departed)]);

    /// <summary>The end of a message about a significant result; empty when events were single.</summary>
    public static string Allowance(double dispersion) =>
        dispersion < 1.05
            ? ""
            : $", also with batches counted as one (weekly numbers vary {Wording.Number(Math.Round(dispersion, 1))} times as much as single events)";
}
