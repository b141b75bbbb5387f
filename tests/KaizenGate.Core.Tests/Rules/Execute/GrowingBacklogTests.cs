using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class GrowingBacklogTests
{
    /// <summary>
    /// Of 30 captured: P[Bin(44, ½) ≤ 14] = 0.0113 and P[Bin(43, ½) ≤ 13] = 0.0069, by exact fractions.
    /// </summary>
    [Theory]
    [InlineData(14, false)]
    [InlineData(13, true)]
    public void It_fires_when_the_growth_is_significant(int departed, bool fires)
    {
        Assert.Equal(fires, Statistics.ExactBinomial.AtMost(departed, 30 + departed, 1, 2) < 0.01);
        Assert.Equal(fires, Check(30, departed).Length == 1);
    }

    [Fact]
    public void It_gives_the_arrivals_and_the_departures() =>
        Assert.Equal(
            "the backlog grew by 22 in the last 12 weeks (36 captured, 14 completed or rejected); this is statistically significant",
            Assert.IsType<Violation>(Assert.Single(Check(36, 14))).Message
        );

    [Fact]
    public void It_gives_what_was_dropped() =>
        Assert.Contains(
            "(36 captured, 8 completed or rejected, 4 dropped)",
            FlowSample.Check(GrowingBacklog.Rule, FlowSample.Timeline(36, 8, dropped: 4)).OnlyViolation().Message
        );

    /// <summary>φ is 4.6 for two batches and 3.8 for four: P[Bin(18 ÷ 4.6, ½) = 0] = 1/16, and P[Bin(36 ÷ 3.8, ½) = 0] = 1/1024.</summary>
    [Fact]
    public void Batches_count_as_one_and_the_message_says_so()
    {
        var timeline = new Timeline(
            Sample.DaysAgo(364),
            [.. Batch(9, 70), .. Batch(9, 49), .. Batch(9, 28), .. Batch(9, 7)]
        );

        Assert.Empty(FlowSample.Check(GrowingBacklog.Rule, new(timeline.Start, timeline.Events[..18])));
        Assert.Equal(
            "the backlog grew by 36 in the last 12 weeks (36 captured, 0 completed or rejected); this is statistically significant, "
                + "also with batches counted as one (weekly numbers vary 3.8 times as much as single events)",
            FlowSample.Check(GrowingBacklog.Rule, timeline).OnlyViolation().Message
        );

        static IEnumerable<TimelineEvent> Batch(int count, int daysAgo) =>
            Enumerable
                .Range(0, count)
                .Select(number => HistorySample.Event(TimelineEventKind.Captured, $"{daysAgo} {number}", daysAgo));
    }

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
