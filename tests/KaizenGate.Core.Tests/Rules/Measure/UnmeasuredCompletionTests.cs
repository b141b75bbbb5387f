using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class UnmeasuredCompletionTests
{
    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(400, 1)]
    public void It_warns_after_14_days(int days, int warnings) =>
        Assert.Equal(warnings, Violations(Completed.DaysAgo(days)).Count(found => found.Severity is Severity.Warning));

    [Fact]
    public void The_warning_gives_the_days_at_the_title()
    {
        var violation = Assert.Single(Violations(Completed.DaysAgo(56)));

        Assert.Equal(
            "the measured impact is missing 56 days after completion; it is due within 14 days",
            violation.Message
        );
        Assert.Equal((3, "done 56"), (violation.Span.Line, violation.Item?.Title));
    }

    [Fact]
    public void A_remark_without_figures_is_not_a_measurement()
    {
        var violation = Assert.Single(Violations(Completed.DaysAgo(56).Measured("better 1", hasFigure: false)));

        Assert.Equal(
            "the measured impact has neither two values nor a number with a unit 56 days after completion; it is due within 14 days",
            violation.Message
        );
        Assert.Equal((9, 22), (violation.Span.Line, violation.Span.Column));
    }

    [Fact]
    public void A_remark_with_figures_is_a_measurement() =>
        Assert.Empty(Violations(Completed.DaysAgo(56).Measured("no broken commit in 100 commits")));

    [Fact]
    public void Hours_saved_are_a_measurement() => Assert.Empty(Violations(Completed.DaysAgo(56).Hours(4, 1)));

    [Theory]
    [InlineData(0d, null)]
    [InlineData(null, 0d)]
    public void No_time_saved_is_not_a_measurement(double? total, double? perWeek) =>
        Assert.Equal(
            "the measured impact is missing, and no time was saved, 56 days after completion; it is due within 14 days",
            Assert
                .Single(
                    Violations(
                        Completed.DaysAgo(56).Hours(total, 1) with
                        {
                            SavedPerWeek = perWeek is { } rate ? Sample.Written(rate) : null,
                        }
                    )
                )
                .Message
        );

    [Fact]
    public void Undated_completions_are_not_late() =>
        Assert.Empty(Violations(Completed.DaysAgo(56) with { Completed = null }));

    [Fact]
    public void A_rejected_improvement_with_a_date_was_not_completed() =>
        Assert.Empty(Violations(Completed.DaysAgo(56) with { Status = Status.Rejected }));

    /// <summary>4 of 5 is 80%, 7 of 9 is 77.8%.</summary>
    [Theory]
    [InlineData(4, 1, 0)]
    [InlineData(7, 2, 1)]
    public void It_is_an_error_below_eighty_percent(int measured, int unmeasured, int errors) =>
        Assert.Equal(errors, Errors(Many(measured, unmeasured)).Count());

    [Fact]
    public void The_error_gives_the_share_of_the_whole_backlog()
    {
        var violation = Assert.Single(Errors(Many(7, 2)));

        Assert.Equal(
            "77.8% of completions between 14 and 90 days old are measured (7 of 9); at least 80% is expected",
            violation.Message
        );
        Assert.Equal((SourceSpan.FileStart, null), (violation.Span, violation.Item));
    }

    [Fact]
    public void A_completion_within_14_days_does_not_lower_the_share() =>
        Assert.Empty(Errors([.. Many(5, 0), .. Enumerable.Repeat(Completed.DaysAgo(14), 5)]));

    [Theory]
    [InlineData(89, 1)]
    [InlineData(90, 0)]
    public void Only_the_last_ninety_days_make_up_the_share(int days, int errors) =>
        Assert.Equal(errors, Errors([.. Many(5, 0), .. Enumerable.Repeat(Completed.DaysAgo(days), 5)]).Count());

    [Fact]
    public void The_archive_counts_for_the_share_and_gets_no_warnings()
    {
        var backlog = Sample.Backlog(Many(3, 0)) with { Archive = Sample.Backlog(Many(0, 2)) };

        Assert.StartsWith(
            "60% of completions between 14 and 90 days old are measured (3 of 5)",
            Assert.IsType<Violation>(Assert.Single(Sample.Check(UnmeasuredCompletion.Rule, backlog))).Message,
            default
        );
    }

    [Fact]
    public void Four_completions_are_too_few_for_the_error_and_still_warned_about()
    {
        var results = Sample.Check(UnmeasuredCompletion.Rule, Sample.Backlog(Many(0, 4)));

        Assert.Equal(4, results.OfType<Violation>().Count(found => found.Severity is Severity.Warning));
        Assert.Equal(
            new NotEvaluated("needs 5 dated completions between 14 and 90 days old, found 4", 4, 5),
            Assert.Single(results.OfType<NotEvaluated>())
        );
    }

    private static Improvement[] Many(int measured, int unmeasured) =>
        [
            .. Enumerable.Repeat(Completed.DaysAgo(30).Measured(), measured),
            .. Enumerable.Repeat(Completed.DaysAgo(30), unmeasured),
        ];

    private static IEnumerable<Violation> Violations(params Improvement[] items) =>
        Sample.Check(UnmeasuredCompletion.Rule, Sample.Backlog(items)).OfType<Violation>();

    private static IEnumerable<Violation> Errors(Improvement[] items) =>
        Violations(items).Where(violation => violation.Severity is Severity.Error);
}
