using KaizenGate.Core.Settings;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>KZ407.</summary>
internal static class UnchangedSignal
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ407",
            Name = "unchanged-signal",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Warning,
            Summary = "What the signal of a completed improvement counts happens as often as before.",
            Rationale =
                "A completed improvement is a claim that something gets better. Its signal is counted in the same way before and "
                + "after, so an effect that is missing shows.",
            Remedy =
                "Reopen it and find out why it had no effect, or name another signal if this one does not count what it improves.",
            Guard = "the counts of `harvest`, with 5 occurrences and a week observed on either side of the completion",
            Next = "reopen ITEM --reason 'REASON'",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var completed = context
            .Backlog.Improvements.Where(item =>
                item is { Status: Status.Done, Signal: { } signal }
                && SignalKey.Parse(signal.Value) is { IsState: false }
            )
            .ToList();
        if (completed.Count == 0)
        {
            yield break;
        }

        if (context.Signals is not { } digest)
        {
            yield return new NotEvaluated(
                "needs the counts of `dotnet kaizen harvest` in git's folder, which are not in every clone"
            );
            yield break;
        }

        var dates = context.Dates;
        var unknown = 0;
        foreach (var item in completed)
        {
            var effect = dates.Completed(item) is { IsAtLeast: false } day
                ? SignalEffect.Of(digest, item, day.Day, context.AsOf)
                : null;
            if (effect is { Outcome: SignalOutcome.Unchanged })
            {
                yield return new Violation(
                    item.Signal!.Span,
                    $"{Quote.Of(effect.Key.Text)} is unchanged since the completion: {Wording.Number(effect.PerWeekBefore!.Value)} a week "
                        + $"before, {Wording.Number(effect.PerWeekAfter!.Value)} after (ratio {effect.RatioText})",
                    item
                );
            }
            else
            {
                unknown += effect is null or { Outcome: SignalOutcome.TooLittleData } ? 1 : 0;
            }
        }

        if (unknown > 0)
        {
            yield return new NotEvaluated(
                $"{unknown} of {Wording.Count(completed.Count, "completion")} with a signal {(unknown == 1 ? "has" : "have")} too little data",
                completed.Count - unknown,
                completed.Count
            );
        }
    }
}
