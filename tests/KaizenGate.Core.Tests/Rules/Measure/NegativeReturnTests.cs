using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class NegativeReturnTests
{
    /// <summary>5 × 2 = 10 hours saved; 10 spent is a return of 1, and 12.5 spent one of 0.8.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(2.5, 1)]
    public void It_fires_when_less_is_saved_than_spent(double spent, int findings) =>
        Assert.Equal(findings, Check(Five(2, spent)).Length);

    [Fact]
    public void It_gives_the_hours() =>
        Assert.Equal(
            "the return of 5 completions in the last 12 weeks is 0.8 (10 hours saved ÷ 12.5 spent); "
                + "at least 1 is expected",
            Assert.IsType<Violation>(Assert.Single(Check(Five(2, 2.5)))).Message
        );

    [Fact]
    public void A_high_return_compensates_the_others() =>
        Assert.Empty(Check([.. Five(1, 2), Completed.DaysAgo(5).Hours(10, 1)]));

    [Fact]
    public void No_time_spent_is_not_a_loss() => Assert.Empty(Check(Five(0, 0)));

    [Fact]
    public void Four_completions_are_too_few() =>
        Assert.Equal(
            new NotEvaluated(
                "needs 5 completions with `Completed:`, `Time Saved:` and `Time Spent:` in the last 12 weeks, found 4",
                4,
                5
            ),
            Assert.Single(Check(Five(1, 2)[..4]))
        );

    [Theory]
    [InlineData(83, true)]
    [InlineData(84, false)]
    [InlineData(-1, false)]
    public void Only_the_window_counts(int daysAgo, bool counts) =>
        Assert.Equal(
            counts,
            Assert.Single(Check([.. Five(1, 2)[..4], Completed.DaysAgo(daysAgo).Hours(1, 2)])) is Violation
        );

    [Fact]
    public void Both_hours_must_be_known() =>
        Assert.Equal(
            5,
            Assert
                .IsType<NotEvaluated>(
                    Assert.Single(
                        Check([
                            .. Five(1, 2)[..3],
                            Completed.DaysAgo(5).Hours(1, null),
                            Completed.DaysAgo(5).Hours(null, 1),
                        ])
                    )
                )
                .Needs
        );

    [Fact]
    public void The_archive_counts()
    {
        var backlog = Sample.Backlog(Five(1, 2)[..4]) with { Archive = Sample.Backlog(Five(1, 2)[..1]) };

        Assert.IsType<Violation>(Assert.Single(Sample.Check(NegativeReturn.Rule, backlog)));
    }

    /// <summary>At 1 minute per week, 5 × 20 days are 14.3 minutes, and 5 years 4.3 hours.</summary>
    [Fact]
    public void A_rate_counts_from_the_completion_and_is_projected_for_a_year() =>
        Assert.Equal(
            "the return of 5 completions in the last 12 weeks is 0.01 (0.24 hours saved ÷ 40 spent); if they save as much each week, "
                + "it is 0.11 after 52 weeks (projection); at least 1 is expected",
            Assert.IsType<Violation>(Assert.Single(Check(FivePaces(1 / 60d, 8)))).Message
        );

    /// <summary>10 minutes per week save 8.67 hours in the first year, which is more than 8.</summary>
    [Fact]
    public void A_rate_that_pays_back_within_a_year_is_not_a_loss() => Assert.Empty(Check(FivePaces(10 / 60d, 8)));

    private static Improvement[] FivePaces(double perWeek, double spent) =>
        [
            .. Enumerable.Repeat(
                Completed.DaysAgo(20).Hours(null, spent) with
                {
                    SavedPerWeek = Sample.Written(perWeek),
                },
                5
            ),
        ];

    private static Improvement[] Five(double saved, double spent) =>
        [.. Enumerable.Repeat(Completed.DaysAgo(20).Hours(saved, spent), 5)];

    private static RuleResult[] Check(Improvement[] items) => Sample.Check(NegativeReturn.Rule, Sample.Backlog(items));
}
