using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>A completion whose measured effect is due to be measured again, to see whether it lasted.</summary>
/// <param name="Item">The completed improvement.</param>
/// <param name="Completed">The day of the completion.</param>
internal sealed record SecondLook(Improvement Item, DateOnly Completed)
{
    /// <summary>The least share of an effect that must be left for it to have lasted.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Returns the measured completions that were not measured again and are old enough, the oldest first.</summary>
    /// <param name="evidence">A backlog with its history.</param>
    /// <param name="weeks">The age in weeks from which on they are due.</param>
    /// <param name="asOf">Today.</param>
    public static ImmutableArray<SecondLook> Due(Evidence evidence, int weeks, DateOnly asOf)
    {
        var timeline = evidence.History as Timeline;
        var effective = timeline is null ? null : EffectiveHistory.Of(timeline, asOf);
        return
        [
            .. evidence
                .Backlog.WithArchive.Where(item =>
                    item.Status is Status.Done && item.MeasuredAgain is null && UnmeasuredCompletion.IsMeasured(item)
                )
                .Select(item => (Item: item, Day: DayOf(item)))
                .Where(one => one.Day is { } day && day.AddDays(7 * weeks) <= asOf)
                .Select(one => new SecondLook(one.Item, one.Day!.Value))
                .OrderBy(one => one.Completed),
        ];

        DateOnly? DayOf(Improvement item) =>
            effective?.Find(timeline!.KeyOf(item))?.Completed is { IsFromStart: false } completed
                ? completed.Date
                : item.Completed?.Value;
    }

    /// <summary>
    /// The share of the measured effect that was left when it was measured again: (before − again) ÷ (before − after). Below 0 when it is
    /// worse than before; null when the three values are not known in one unit, or the effect was 0.
    /// </summary>
    public static double? ShareLeft(Improvement item) =>
        item
            is {
                MeasuredImpact.Value: { Before: { } before, After: { } after } first,
                MeasuredAgain.Value: { After: { } again } later
            }
        && first.Unit == later.Unit
        && Math.Abs(before - after) > 0
            ? (before - again) / (before - after)
            : null;

    /// <summary>Whether at least half of the effect was left; null when that is unknown.</summary>
    public static bool? Lasted(Improvement item) => ShareLeft(item) is { } share ? share >= LeastShare : null;
}
