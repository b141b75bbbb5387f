using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Signals;

namespace KaizenGate.Cli.Items;

/// <summary>The effect of an improvement that was completed before, by what its signal counted.</summary>
internal static class ItemSignal
{
    /// <summary>Returns what is written as its measured impact; null when there is nothing to measure, or something is written.</summary>
    /// <param name="run">The run.</param>
    /// <param name="item">The improvement.</param>
    /// <param name="today">Later counts are ignored.</param>
    /// <exception cref="InputException">The counts cannot be read.</exception>
    public static SignalEffect? Of(ItemRun run, Improvement item, DateOnly today) =>
        item is { Signal: not null, Status: Status.Done, Completed.Value: var completed, MeasuredImpact: null }
        && SignalDigestFile.PathFor(run.Host.WorkingFolder) is { } path
        && SignalEffect.Of(SignalDigestFile.Read(path), item, completed, today)
            is { Outcome: not SignalOutcome.TooLittleData } effect
            ? effect
            : null;
}
