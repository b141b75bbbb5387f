using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class GrowingBacklogTests
{
    /// <summary>
    /// Of 30 captured: P[Bin(48, ½) ≤ 18] = 0.0557 and P[Bin(47, ½) ≤ 17] = 0.0395, by exact fractions.
    /// </summary>
    [Theory]
    [InlineData(18, false)]
    [InlineData(17, true)]
    public void It_fires_when_the_growth_is_significant(int departed, bool fires)
    {
        Assert.Equal(fires, Statistics.ExactBinomial.AtMost(departed, 30 + departed, 1, 2) < 0.05);
        Assert.Equal(fires, Check(30, departed).Length == 1);
    }

    [Fact]
    public void It_gives_the_arrivals_and_the_departures() =>
        Assert.Equal(
            "the backlog grew by 22 in the last 12 weeks (36 captured, 14 completed or rejected); this is statistically significant",
            Assert.IsType<Violation>(Assert.Single(Check(36, 14))).Message
        );

    [Fact]
    public void A_rejection_is_a_departure() =>
        Assert.Empty(FlowSample.Check(GrowingBacklog.Rule, FlowSample.Timeline(36, 14, 12)));

    /// <summary>P[Bin(12, ½) ≤ 4] is 0.19; with a significance of 0.4 only the growth of 4 holds it back, and 8 against 3 is 5.</summary>
    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    public void Growth_by_fewer_than_five_passes(int completed, int findings) =>
        Assert.Equal(
            findings,
            FlowSample
                .Check(
                    GrowingBacklog.Rule,
                    FlowSample.Timeline(8, completed),
                    settings: FlowSample.With(GrowingBacklog.Rule, "significance", 0.4)
                )
                .Length
        );

    [Fact]
    public void Nine_arrivals_and_departures_are_too_few() =>
        Assert.Equal(
            new NotEvaluated("needs 10 arrivals and departures, found 9 in the last 12 weeks", 9, 10),
            Assert.Single(Check(9, 0))
        );

    [Fact]
    public void Ten_are_enough() => Assert.IsType<Violation>(Assert.Single(Check(10, 0)));

    private static RuleResult[] Check(int captured, int completed) =>
        FlowSample.Check(GrowingBacklog.Rule, FlowSample.Timeline(captured, completed));
}
