using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>What the tests of arrivals against departures allow for events that come in batches.</summary>
internal static class Batches
{
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
