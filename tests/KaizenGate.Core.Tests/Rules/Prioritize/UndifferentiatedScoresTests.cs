using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class UndifferentiatedScoresTests
{
    [Fact]
    public void Two_pairs_among_eight_are_too_few() =>
        Assert.Equal(
            "8 scored improvements have only 2 different pairs of impact and effort; the minimum is 3",
            Check(8, number => (5 + number % 2, 5)).OnlyViolation().Message
        );

    [Fact]
    public void Three_pairs_are_enough() => Assert.Empty(Check(8, number => (5, 4 + number % 3)));

    [Fact]
    public void Seven_scored_improvements_are_too_few()
    {
        var missing = Check(7, _ => (5, 5)).OnlyNotEvaluated();

        Assert.Equal((7, 8), (missing.Has, missing.Needs));
    }

    [Fact]
    public void Priorities_of_a_section_are_not_scores()
    {
        var items = Enumerable
            .Range(0, 9)
            .Select(number => Sample.Item($"Item {number}", 8, 2))
            .Select(item => item with { Impact = item.Impact! with { Origin = ValueOrigin.Inferred } });

        Assert.Equal(0, Sample.Check(UndifferentiatedScores.Rule, Sample.Backlog(items)).OnlyNotEvaluated().Has);
    }

    private static RuleResult[] Check(int count, Func<int, (double Impact, double Effort)> score) =>
        Sample.Check(
            UndifferentiatedScores.Rule,
            Sample.Backlog(
                Enumerable
                    .Range(0, count)
                    .Select(number => Sample.Item($"Item {number}", score(number).Impact, score(number).Effort))
            )
        );
}
