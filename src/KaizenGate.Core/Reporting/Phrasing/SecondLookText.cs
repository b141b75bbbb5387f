using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Phrases about effects that were measured again.</summary>
internal static class SecondLookText
{
    public const string Title = "Second looks";

    /// <summary>The lines of a report; empty when nothing was measured again or is due.</summary>
    public static IEnumerable<(string Label, string Value)> Lines(LastingEffects effects) =>
        effects.MeasuredAgain + effects.Due == 0
            ? []
            :
            [
                (
                    "effects that lasted",
                    effects.Compared == 0
                        ? $"not known: {Wording.Count(effects.MeasuredAgain, "effect")} measured again, none with figures to compare"
                        : $"{effects.Lasted} of {effects.Compared} measured again"
                            + (
                                effects.MeasuredAgain > effects.Compared
                                    ? $"; {effects.MeasuredAgain - effects.Compared} without figures to compare"
                                    : ""
                            )
                ),
                ("to measure again", effects.Due == 0 ? "none" : $"{effects.Due}, listed by dotnet kaizen review"),
            ];
}
