using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class SomedayMaybeTests
{
    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    public void It_fires_from_half(int old, int young, bool fires) =>
        Assert.Equal(fires, Check([.. Aged(old, 91), .. Aged(young, 90)]).Length == 1);

    [Fact]
    public void It_gives_the_count_and_the_share() =>
        Assert.Equal(
            "62.5% of open improvements are over 90 days old and were never started (5 of 8); it must be under 50%",
            Assert.IsType<Violation>(Assert.Single(Check([.. Aged(5, 200), .. Aged(3, 10)]))).Message
        );

    [Fact]
    public void An_improvement_in_progress_is_not_forgotten() =>
        Assert.Empty(Check([.. Aged(4, 200).Select(item => item with { Status = Status.InProgress }), .. Aged(4, 10)]));

    [Fact]
    public void An_improvement_that_was_ever_started_is_not_forgotten() =>
        Assert.Empty(
            Check([
                .. Aged(4, 200).Select(item => item with { Started = Sample.Written(Sample.DaysAgo(150)) }),
                .. Aged(4, 10),
            ])
        );

    [Fact]
    public void A_start_that_only_the_timeline_knows_counts() =>
        Assert.Empty(
            SomedayMaybe.Rule.Check(
                Sample.Context(SomedayMaybe.Rule, Sample.Backlog([.. Aged(4, 200), .. Aged(4, 10, "young")])) with
                {
                    Timeline = new(
                        Sample.DaysAgo(300),
                        [new TimelineEvent(TimelineEventKind.Started, "old 1", Sample.DaysAgo(150), "c0ffee")]
                    ),
                }
            )
        );

    [Fact]
    public void A_deferred_improvement_is_open_and_ages() =>
        Assert.IsType<Violation>(
            Assert.Single(
                Check([.. Aged(4, 200).Select(item => item with { Status = Status.Deferred }), .. Aged(4, 1)])
            )
        );

    [Fact]
    public void A_closed_improvement_does_not_count() =>
        Assert.Empty(
            Check([.. Aged(3, 200), .. Aged(5, 10), .. Aged(9, 200).Select(item => item with { Status = Status.Done })])
        );

    [Fact]
    public void Seven_open_improvements_are_too_few() =>
        Assert.Equal(
            new NotEvaluated("needs 8 open improvements, found 7", 7, 8),
            Assert.Single(Check([.. Aged(7, 200)]))
        );

    /// <summary>Whatever the undated ones are, 4 of 8 are old, or at most 3 of 8.</summary>
    [Theory]
    [InlineData(4, 0, 4, true)]
    [InlineData(2, 5, 1, false)]
    public void Undated_improvements_do_not_matter_when_the_others_decide(
        int old,
        int young,
        int undated,
        bool fires
    ) =>
        Assert.Equal(
            fires ? 1 : 0,
            Check([.. Aged(old, 200), .. Aged(young, 1), .. Undated(undated)]).OfType<Violation>().Count()
        );

    [Fact]
    public void Undated_improvements_that_could_decide_make_it_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated("the age of 3 of 8 open improvements is unknown; add `Captured:` dates", 5, 8),
            Assert.Single(Check([.. Aged(2, 200), .. Aged(3, 1), .. Undated(3)]))
        );

    [Fact]
    public void Undated_improvements_that_could_reach_half_make_it_not_evaluated() =>
        Assert.IsType<NotEvaluated>(Assert.Single(Check([.. Aged(2, 200), .. Aged(4, 1), .. Undated(2)])));

    private static IEnumerable<Improvement> Aged(int count, int days, string name = "old") =>
        Enumerable
            .Range(1, count)
            .Select(number => Sample.Item($"{name} {number}") with { Captured = Sample.Written(Sample.DaysAgo(days)) });

    private static IEnumerable<Improvement> Undated(int count) =>
        Enumerable.Range(1, count).Select(number => Sample.Item($"undated {number}"));

    private static RuleResult[] Check(Improvement[] items) => Sample.Check(SomedayMaybe.Rule, Sample.Backlog(items));
}
