using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

/// <summary>KZ207.</summary>
internal static class OutOfOrder
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ207",
            Name = "out-of-order",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Info,
            Summary = "The active improvements of a section are not in descending order of score.",
            Rationale = "The first improvement you read should be the next one to do. In a sorted section it is.",
            Remedy = "Sort the section by score, highest first.",
            Guard = "scores that follow the formula",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        WrittenScores.Doubt(context) is { } doubt
            ? [doubt]
            : context
                .Active.Where(item => Sorts(item, context.Settings.Scoring))
                .GroupBy(item => item.Section)
                .SelectMany(section => FirstRise([.. section]));

    /// <summary>Whether an improvement has a place in the order.</summary>
    internal static bool Sorts(Improvement item, Scoring scoring) =>
        item.IsActive && ScoreBasis.IsInFigures(item) && ScoreBasis.IsOnScale(item, scoring);

    // One finding per section: the fix sorts the whole section.
    private static IEnumerable<RuleResult> FirstRise(List<Improvement> items) =>
        items
            .Zip(items.Skip(1), (above, below) => (above, below))
            .Where(pair => pair.below.Score > pair.above.Score)
            .Take(1)
            .Select(pair => new Violation(
                pair.below.Span,
                $"score {Wording.Number(pair.below.Score!.Value)} comes after score {Wording.Number(pair.above.Score!.Value)} "
                    + $"on line {pair.above.Span.Line}; sort the section by score, highest first",
                pair.below
            ));
}
