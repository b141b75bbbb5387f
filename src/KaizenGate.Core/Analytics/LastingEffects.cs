using KaizenGate.Core.Inputs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>The effects that were measured again after months, of all completions in the files and their archives.</summary>
/// <param name="Lasted">At least half of the effect was left.</param>
/// <param name="Compared">The number of effects whose two measurements can be compared.</param>
/// <param name="MeasuredAgain">The number of effects that were measured again.</param>
/// <param name="Due">The number of effects that are due to be measured again.</param>
internal sealed record LastingEffects(int Lasted, int Compared, int MeasuredAgain, int Due)
{
    public static LastingEffects Of(ImmutableArray<Evidence> evidence, GateSettings settings, DateOnly asOf)
    {
        ImmutableArray<Improvement> again =
        [
            .. evidence
                .SelectMany(one => one.Backlog.WithArchive)
                .Where(item => item is { Status: Status.Done, MeasuredAgain: not null }),
        ];
        ImmutableArray<bool> lasted = [.. again.Select(SecondLook.Lasted).OfType<bool>()];
        return new(
            lasted.Count(one => one),
            lasted.Length,
            again.Length,
            evidence.Sum(one => SecondLook.Due(one, settings.SecondLookWeeks, asOf).Length)
        );
    }
}
