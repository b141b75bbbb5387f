using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Analytics;

/// <summary>A completed improvement with what its signal counted before and after.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="File">The file that it is in.</param>
/// <param name="Completed">The day of its completion.</param>
/// <param name="Effect">The effect.</param>
internal sealed record MeasuredSignal(Improvement Item, SourceFile File, DateOnly Completed, SignalEffect Effect)
{
    /// <summary>Returns the completed improvements that name a signal and have a dated completion, the last first.</summary>
    /// <param name="evidence">The backlogs with the counts; those without have none.</param>
    /// <param name="to">The last day.</param>
    public static ImmutableArray<MeasuredSignal> Of(ImmutableArray<Evidence> evidence, DateOnly to) =>
        [
            .. ObservedLifecycle
                .Of([.. evidence.Where(one => one.Signals is not null)], to)
                .Where(life => life is { Item.Signal: not null, Completed: not null } && life.Completed <= to)
                .Select(life => Of(life, evidence, to))
                .OfType<MeasuredSignal>()
                .OrderByDescending(one => one.Completed)
                .ThenBy(one => one.Item.Name, StringComparer.Ordinal),
        ];

    private static MeasuredSignal? Of(ObservedLifecycle life, ImmutableArray<Evidence> evidence, DateOnly to) =>
        SignalEffect.Of(evidence.First(one => one.Signals is not null).Signals!, life.Item!, life.Completed!.Value, to)
            is { } effect
            ? new(life.Item!, life.File, life.Completed!.Value, effect)
            : null;
}
