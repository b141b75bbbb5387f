using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Checking;

/// <summary>Applies the suppressions of one backlog and reports the useless ones.</summary>
internal sealed class SuppressionFilter
{
    private readonly Backlog backlog;

    /// <summary>The rules by id and name, case-insensitive.</summary>
    private readonly Dictionary<string, Rule> byWord = new(StringComparer.OrdinalIgnoreCase);

    private readonly ImmutableArray<Order> orders;

    /// <summary>The suppressed rules by the position of the improvement (null for the whole file) and the id.</summary>
    private readonly ILookup<(int? Item, string RuleId), Order> byTarget;

    private SuppressionFilter(Backlog backlog, ImmutableArray<RuleInForce> rules)
    {
        this.backlog = backlog;
        foreach (var (rule, _) in rules)
        {
            byWord[rule.Id] = rule;
            byWord[rule.Name] = rule;
        }

        orders =
        [
            .. backlog.Suppressions.SelectMany(suppression =>
                suppression.Rules.Select(word => new Order(suppression, word, byWord.GetValueOrDefault(word)))
            ),
        ];
        byTarget = orders
            .Where(order => order is { Rule: not null, HasReason: true, HasTarget: true })
            .ToLookup(order => (order.Target, order.Rule!.Id));
    }

    /// <summary>Marks the suppressed findings and adds those of KZ906.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="findings">The findings of all other rules.</param>
    /// <param name="rules">The rules with their severities.</param>
    /// <param name="unanswered">The ids of the rules that were off or not evaluated; their suppressions are not useless.</param>
    public static ImmutableArray<Finding> Apply(
        Backlog backlog,
        ImmutableArray<Finding> findings,
        ImmutableArray<RuleInForce> rules,
        IReadOnlySet<string> unanswered
    )
    {
        if (backlog.Suppressions.IsEmpty)
        {
            return findings;
        }

        var suppressing = new SuppressionFilter(backlog, rules);
        var all = findings.Select(suppressing.Mark).ToImmutableArray();
        if (rules.FirstOrDefault(rule => rule.Rule.Id == UselessSuppression.Rule.Id) is not { } useless)
        {
            return all;
        }

        // KZ906 may be suppressed too. Only then is it known whether that suppression is useless itself.
        IEnumerable<Finding> Findings(IEnumerable<Violation> violations) =>
            violations.SelectMany(violation => Finding.Of(useless, backlog.File, violation));
        return
        [
            .. all,
            .. Findings(suppressing.Useless(order => order.Rule?.Id != useless.Rule.Id && !IsUnanswered(order)))
                .Select(suppressing.Mark)
                .ToList(),
            .. Findings(suppressing.WithoutEffect(order => order.Rule?.Id == useless.Rule.Id && !IsUnanswered(order))),
        ];

        bool IsUnanswered(Order order) => order.Rule is { } rule && unanswered.Contains(rule.Id);
    }

    private Finding Mark(Finding finding)
    {
        var forItem = finding.Item is { } item ? byTarget[(item.Order, finding.Rule.Id)] : [];
        string? reason = null;
        foreach (var order in forItem.Concat(byTarget[(null, finding.Rule.Id)]))
        {
            order.HasEffect = true;
            reason ??= order.Suppression.Reason;
        }

        return reason is null ? finding : finding with { IsSuppressed = true, SuppressionReason = reason };
    }

    private IEnumerable<Violation> Useless(Func<Order, bool> isAsked)
    {
        foreach (var suppression in backlog.Suppressions)
        {
            if (suppression.Rules.IsEmpty)
            {
                yield return UselessSuppression.WithoutRule(suppression, ItemOf(suppression));
            }
            else if (!WrittenReason.IsGiven(suppression.Reason))
            {
                yield return UselessSuppression.WithoutReason(suppression, ItemOf(suppression));
            }
        }

        foreach (var order in orders.Where(order => order is { Rule: null, HasReason: true }))
        {
            yield return UselessSuppression.OfUnknownRule(
                order.Suppression,
                order.Word,
                NearestName.Of(order.Word, byWord.Keys),
                ItemOf(order.Suppression)
            );
        }

        foreach (var violation in WithoutEffect(isAsked))
        {
            yield return violation;
        }
    }

    private IEnumerable<Violation> WithoutEffect(Func<Order, bool> isAsked) =>
        orders
            .Where(order => order is { Rule: not null, HasReason: true, HasEffect: false } && isAsked(order))
            .Select(order =>
                order.HasTarget
                    ? UselessSuppression.WithoutEffect(order.Suppression, order.Rule!, ItemOf(order.Suppression))
                    : UselessSuppression.WithoutItem(order.Suppression, order.Rule!)
            );

    private Improvement? ItemOf(Suppression suppression) =>
        suppression is { Scope: SuppressionScope.NextItem, Item: { } order } ? backlog.Improvements[order] : null;

    /// <summary>One rule of a suppression.</summary>
    private sealed class Order(Suppression suppression, string word, Rule? rule)
    {
        public Suppression Suppression => suppression;

        public string Word => word;

        /// <summary>Null for an unknown rule.</summary>
        public Rule? Rule => rule;

        public bool HasReason => WrittenReason.IsGiven(suppression.Reason);

        public bool HasTarget => suppression.Scope is SuppressionScope.File || suppression.Item is not null;

        public int? Target => suppression.Scope is SuppressionScope.File ? null : suppression.Item;

        public bool HasEffect { get; set; }
    }
}
