using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class PriorityScoreMismatchTests
{
    [Fact]
    public void A_wrong_score_is_reported_at_its_place_with_the_right_one()
    {
        var item = Sample.Item("Item", 8, 2) with { WrittenScore = Sample.Written(60.0, 7, 23) };

        var found = Check(item).OnlyViolation();

        Assert.Equal((7, 23), (found.Span.Line, found.Span.Column));
        Assert.Equal("the written score is 60, but impact 8 × (11 − effort 2) is 72", found.Message);
    }

    [Fact]
    public void The_right_score_passes() => Assert.Empty(Check(Scored(8, 2, 72), Scored(6, 3, 48), Scored(4, 9, 8)));

    [Fact]
    public void A_score_of_fractional_values_is_reported_by_the_rule_about_the_scale() =>
        Assert.Empty(Check(Scored(8.5, 2, 70)));

    [Fact]
    public void A_score_next_to_words_is_not_checked()
    {
        var item = Scored(8, 2, 60);

        Assert.Empty(Check(item with { Impact = item.Impact! with { Origin = ValueOrigin.Inferred } }));
    }

    /// <summary>8 × 2 = 16. A formula of other variables has values that are not impact and effort.</summary>
    [Theory]
    [InlineData("impact*effort", "impact*effort with impact 8 and effort 2 is 16")]
    [InlineData("reach*impact", "reach*impact is 16")]
    public void The_formula_of_the_settings_is_named(string formula, string expected)
    {
        var scoring = Scoring.Default with { Formula = Formula.Parse(formula) };
        var item = Scored(8, 2, 60) with { Score = 16 };

        Assert.Equal(
            $"the written score is 60, but {expected}",
            Sample
                .Check(PriorityScoreMismatch.Rule, Sample.Backlog(item), new GateSettings { Scoring = scoring })
                .OnlyViolation()
                .Message
        );
    }

    [Fact]
    public void A_completed_improvement_may_keep_its_old_score() =>
        Assert.Empty(Check(Scored(8, 2, 60) with { Status = Status.Done }));

    [Fact]
    public void When_half_of_the_scores_miss_each_is_reported() =>
        Assert.Equal(2, Check(Scored(8, 2, 1), Scored(6, 3, 1), Scored(4, 9, 8), Scored(5, 5, 30)).Length);

    [Fact]
    public void When_two_of_two_miss_each_is_reported() =>
        Assert.Equal(2, Check(Scored(8, 2, 16), Scored(6, 3, 18)).Length);

    [Fact]
    public void When_most_miss_the_formula_that_fits_is_named_once()
    {
        var found = Check(Scored(8, 2, 16), Scored(6, 3, 18), Scored(4, 9, 36)).OnlyViolation();

        Assert.Null(found.Item);
        Assert.Equal(
            "3 of 3 written scores differ from impact*(11-effort), and all match impact*effort; set `scoring.formula` to it",
            found.Message
        );
    }

    [Fact]
    public void A_quotient_rounded_to_the_written_decimals_fits()
    {
        // 8 ÷ 3 = 2.667, 5 ÷ 2 = 2.5, 7 ÷ 9 = 0.778.
        var found = Check(Scored(8, 3, 2.67), Scored(5, 2, 2.5), Scored(7, 9, 0.8)).OnlyViolation();

        Assert.Contains("all match impact/effort", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_formula_is_one_finding()
    {
        var found = Check(Scored(8, 2, 1000), Scored(6, 3, 18), Scored(4, 9, 36)).OnlyViolation();

        Assert.EndsWith(
            "correct them, or set `scoring.formula` to your team's formula",
            found.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rules_about_scores_are_not_evaluated_on_doubtful_scores()
    {
        var backlog = Sample.Backlog(Scored(8, 2, 16), Scored(6, 3, 18), Scored(4, 9, 36));
        Rule[] resting = [WrongSection.Rule, EverythingHighPriority.Rule, OutOfOrder.Rule];

        Assert.All(
            resting,
            rule =>
            {
                var missing = Sample.Check(rule, backlog).OnlyNotEvaluated();
                Assert.Equal((0, 2), (missing.Has, missing.Needs));
            }
        );
    }

    [Fact]
    public void Whole_figures_on_the_scale_pass_with_exactly_one_score() =>
        Gen.Select(Gen.Int[1, 10], Gen.Int[1, 10], Gen.Int[0, 110])
            .Sample(
                (impact, effort, score) =>
                    Assert.Equal(
                        impact * 11 - impact * effort == score,
                        Check(Scored(impact, effort, score)).Length == 0
                    )
            );

    private static Improvement Scored(double impact, double effort, double score) =>
        Sample.Item($"{impact} {effort}", impact, effort) with
        {
            WrittenScore = Sample.Written(score),
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(PriorityScoreMismatch.Rule, Sample.Backlog(items));
}
