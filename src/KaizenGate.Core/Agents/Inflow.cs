using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Agents;

/// <summary>The arrivals and departures of the last weeks, of all backlogs.</summary>
/// <param name="Captured">The number of improvements captured.</param>
/// <param name="Departed">The number completed, rejected or dropped.</param>
internal readonly record struct Inflow(int Captured, int Departed)
{
    /// <summary>The period, the same as that of KZ315.</summary>
    public const int Weeks = 4;

    /// <summary>Whether more arrived than left, so that a session should finish something instead of adding to it.</summary>
    public bool IsTooHigh => Captured > Departed;

    /// <summary>Counts them; null when a backlog is younger, or when its history is unknown.</summary>
    public static Inflow? Of(ImmutableArray<Evidence> evidence, DateOnly asOf)
    {
        var total = default(Inflow);
        foreach (var one in evidence)
        {
            if (one.History is not Timeline timeline || timeline.WeeksUntil(asOf) < Weeks)
            {
                return null;
            }

            var flow = Flow.Of(timeline, EffectiveHistory.Of(timeline, asOf), Weeks, asOf);
            total = new(total.Captured + flow.Captured, total.Departed + flow.Departed);
        }

        return evidence.IsEmpty ? null : total;
    }
}
