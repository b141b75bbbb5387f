using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>Finds the suppressions that a change adds to a backlog.</summary>
/// <param name="rules">The known rules.</param>
internal sealed class WeakenedSuppressions(ImmutableArray<KnownRule> rules)
{
    /// <param name="before">The backlog before the change; null when it is new.</param>
    /// <param name="after">The backlog after it.</param>
    public IEnumerable<Weakening> Between(Backlog? before, Backlog after)
    {
        var former = before is null ? [] : Effective(before).ToList();
        var added = Effective(after)
            .Where(one => !former.Remove(former.Find(old => old.Target == one.Target)!))
            .ToList();
        // One whose improvement has a new title or id is not new.
        return added
            .Where(one => !former.Remove(former.Find(old => old.Wording == one.Wording)!))
            .Select(one => new Weakening(
                after.File,
                one.Span,
                $"suppresses {one.RuleId} {(one.Item is { } item ? $"on {Quote.Of(item.Title)}" : "in the whole file")}"
            ));
    }

    /// <summary>Those that name a rule, a reason and a target; KZ906 reports the others.</summary>
    private IEnumerable<Suppressed> Effective(Backlog backlog) =>
        from suppression in backlog.Suppressions
        where WrittenReason.IsGiven(suppression.Reason)
        where suppression.Scope is SuppressionScope.File || suppression.Item is not null
        from word in suppression.Rules
        let rule = rules.FirstOrDefault(rule =>
            rule.Id.Equals(word, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(word, StringComparison.OrdinalIgnoreCase)
        )
        where rule is not null
        select new Suppressed(
            rule.Id,
            suppression.Scope is SuppressionScope.File ? null : backlog.Improvements[suppression.Item!.Value],
            suppression.Reason!,
            suppression.Span
        );

    private sealed record Suppressed(string RuleId, Improvement? Item, string Reason, SourceSpan Span)
    {
        public (string RuleId, string? Key) Target => (RuleId, Item?.Key);

        public (string RuleId, bool IsOfFile, string Reason) Wording => (RuleId, Item is null, Reason);
    }
}
