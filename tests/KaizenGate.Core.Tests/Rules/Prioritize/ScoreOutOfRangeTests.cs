using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class ScoreOutOfRangeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void The_ends_of_the_scale_belong_to_it(double value) =>
        Assert.Empty(Check(Sample.Item("Item", value, value)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(11, "11")]
    [InlineData(-3, "-3")]
    [InlineData(8.5, "8.5")]
    public void Anything_else_is_reported_with_its_value(double value, string shown)
    {
        var found = Check(Sample.Item("Item", impact: value, effort: 5)).OnlyViolation();

        Assert.Equal($"impact is {shown}; use a whole number from 1 to 10", found.Message);
    }

    [Fact]
    public void Impact_and_effort_are_reported_each_at_its_place()
    {
        var item = Sample.Item("Item") with
        {
            Impact = Sample.Written(12.0, 4, 15),
            Effort = Sample.Written(0.0, 5, 15),
        };

        var spans = Check(item).Select(result => Assert.IsType<Violation>(result).Span);

        Assert.Equal([(4, 15), (5, 15)], spans.Select(span => (span.Line, span.Column)));
    }

    [Fact]
    public void A_value_of_another_scale_is_quoted_as_written()
    {
        var impact = new Written<double>(12, "6/5", SourceSpan.FileStart, ValueOrigin.Rescaled);

        var found = Check(Sample.Item("Item", effort: 2) with { Impact = impact }).OnlyViolation();

        Assert.StartsWith("impact is 12 (from \"6/5\");", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_improvement_is_ignored() =>
        Assert.Empty(Check(Sample.Item("Item", 12, 12, Status.Done), Sample.Item("Item", 12, 12, Status.Rejected)));

    [Fact]
    public void A_formula_of_other_variables_has_no_scale_from_1_to_10()
    {
        var settings = new GateSettings { Scoring = Scoring.Default with { Formula = Formula.Parse("reach*impact") } };

        Assert.Empty(Sample.Check(ScoreOutOfRange.Rule, Sample.Backlog(Sample.Item("Item", 50, 20)), settings));
    }

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(ScoreOutOfRange.Rule, Sample.Backlog(items));
}
