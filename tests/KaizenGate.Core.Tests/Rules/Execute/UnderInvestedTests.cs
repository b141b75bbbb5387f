using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class UnderInvestedTests
{
    /// <summary>One person has 4 × 40 = 160 hours in 4 weeks, and a tenth of that is 16.</summary>
    [Theory]
    [InlineData(16, 0)]
    [InlineData(15.5, 1)]
    public void It_fires_below_a_tenth_of_the_hours(double hours, int findings) =>
        Assert.Equal(findings, Check([Old, Done(10, hours)]).Length);

    [Fact]
    public void It_gives_the_hours_and_the_share() =>
        Assert.Equal(
            "3.8% of the working time was logged on improvements in the last 4 weeks (6 of 160 hours); at least 10% is expected",
            Message([Old, Done(27, 4), Done(0, 2)])
        );

    [Fact]
    public void Hours_logged_earlier_do_not_count() =>
        Assert.StartsWith(
            "0% of the working time was logged on improvements in the last 4 weeks (0 of 160 hours);",
            Message([Done(28, 100)]),
            default
        );

    /// <summary>3 × 30 × 4 = 360.</summary>
    [Fact]
    public void People_and_hours_are_settings() =>
        Assert.StartsWith(
            "5% of the working time was logged on improvements in the last 4 weeks (18 of 360 hours);",
            Message([Old, Done(10, 18)], new() { People = 3, HoursPerWeek = 30 }),
            default
        );

    [Fact]
    public void Hours_logged_on_what_is_in_progress_count() =>
        Assert.Empty(
            Check([Old, Sample.Item("a", status: Status.InProgress) with { TimeSpent = Sample.Written(16d) }])
        );

    [Fact]
    public void Completions_in_the_archive_count()
    {
        var backlog = Sample.Backlog(Old) with { Archive = Sample.Backlog(Done(10, 16)) };

        Assert.Empty(Sample.Check(UnderInvested.Rule, backlog));
    }

    [Theory]
    [InlineData(27, 3)]
    [InlineData(6, 0)]
    public void Logging_must_reach_back_four_weeks(int oldest, int weeks) =>
        Assert.Equal(
            new NotEvaluated(
                $"needs 4 weeks of logged hours, found {weeks}; add `Time Spent:` and `Completed:` to completed improvements",
                weeks,
                4
            ),
            Assert.Single(Check([Done(oldest, 2)]))
        );

    [Fact]
    public void A_recent_completion_without_hours_makes_it_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated(
                "needs hours and date of 2 recent or undated completions, found 1; "
                    + "add `Time Spent:` and `Completed:`",
                1,
                2
            ),
            Assert.Single(Check([Old, Done(5, 10), Done(5, 0) with { TimeSpent = null }]))
        );

    [Fact]
    public void An_undated_completion_may_be_recent() =>
        Assert.IsType<NotEvaluated>(Assert.Single(Check([Old, Done(5, 10), Done(5, 90) with { Completed = null }])));

    [Fact]
    public void A_gap_does_not_matter_when_the_rest_is_enough() =>
        Assert.Empty(Check([Old, Done(5, 16), Done(5, 0) with { TimeSpent = null }]));

    private static Improvement Old => Done(40, 5);

    private static Improvement Done(int daysAgo, double hours) =>
        Sample.Item($"done {daysAgo}", status: Status.Done) with
        {
            Completed = Sample.Written(Sample.DaysAgo(daysAgo)),
            TimeSpent = Sample.Written(hours),
        };

    private static RuleResult[] Check(Improvement[] items, GateSettings? settings = null) =>
        Sample.Check(UnderInvested.Rule, Sample.Backlog(items), settings);

    private static string Message(Improvement[] items, GateSettings? settings = null) =>
        Assert.IsType<Violation>(Assert.Single(Check(items, settings))).Message;
}
