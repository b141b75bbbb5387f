using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;

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
            "62.5% of open improvements are over 90 days old and not in progress (5 of 8); it must be under 50%",
            Assert.IsType<Violation>(Assert.Single(Check([.. Aged(5, 200), .. Aged(3, 10)]))).Message
        );

    [Fact]
    public void An_improvement_in_progress_is_not_forgotten() =>
        Assert.Empty(Check([.. Aged(4, 200).Select(item => item with { Status = Status.InProgress }), .. Aged(4, 10)]));

    [Fact]
    public void A_start_that_was_put_back_makes_nothing_young() =>
        Assert.IsType<Violation>(
            Assert.Single(
                Check([
                    .. Aged(4, 200).Select(item => item with { Started = Sample.Written(Sample.DaysAgo(10)) }),
                    .. Aged(4, 10, "young"),
                ])
            )
        );

    [Theory]
    [InlineData(1, false)]
    [InlineData(366, false)]
    [InlineData(367, true)]
    [InlineData(0, true)]
    public void What_is_deferred_to_a_later_day_does_not_count(int daysAhead, bool counts) =>
        Assert.Equal(
            counts,
            Check([
                    .. Aged(8, 200)
                        .Select(item =>
                            item with
                            {
                                Status = Status.Deferred,
                                ReviewDate = Sample.Written(Sample.DaysAgo(-daysAhead)),
                            }
                        ),
                    .. Aged(8, 10, "young"),
                ])
                .OfType<Violation>()
                .Any()
        );

    [Fact]
    public void What_is_deferred_without_a_day_counts() =>
        Assert.IsType<Violation>(
            Assert.Single(
                Check([.. Aged(4, 200).Select(item => item with { Status = Status.Deferred }), .. Aged(4, 1)])
            )
        );

    /// <summary>Without a history nothing shows whether old improvements are passed over.</summary>
    [Fact]
    public void Age_alone_is_a_warning() =>
        Assert.Equal(Severity.Warning, Assert.IsType<Violation>(Assert.Single(Check([.. Aged(8, 300)]))).Severity);

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
