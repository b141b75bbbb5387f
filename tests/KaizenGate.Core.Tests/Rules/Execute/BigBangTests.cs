using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class BigBangTests
{
    [Theory]
    [InlineData(8, null)]
    [InlineData(8.5, Severity.Warning)]
    [InlineData(40, Severity.Warning)]
    [InlineData(41, Severity.Error)]
    internal void The_estimate_decides_the_severity(double hours, Severity? expected) =>
        Assert.Equal(expected, Check(Estimated(hours)).SingleOrDefault()?.Severity);

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, Severity.Error)]
    [InlineData(10, Severity.Error)]
    [InlineData(11, null)]
    internal void The_effort_decides_the_severity(double effort, Severity? expected) =>
        Assert.Equal(expected, Check(Sample.Item("a", 5, effort)).SingleOrDefault()?.Severity);

    [Fact]
    public void An_inferred_effort_does_not_fail_the_gate() =>
        Assert.Equal(
            Severity.Warning,
            Assert
                .Single(Check(Sample.Item("a") with { Effort = new(9, "High", default, ValueOrigin.Inferred) }))
                .Severity
        );

    [Fact]
    public void An_inferred_effort_is_reported_as_such() =>
        Assert.StartsWith(
            "effort 9 (inferred) is too big",
            Assert
                .Single(Check(Sample.Item("a") with { Effort = new(9, "High", default, ValueOrigin.Inferred) }))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_rescaled_effort_counts_as_written() =>
        Assert.Equal(
            Severity.Error,
            Assert
                .Single(Check(Sample.Item("a") with { Effort = new(10, "5/5", default, ValueOrigin.Rescaled) }))
                .Severity
        );

    [Fact]
    public void A_long_estimate_with_a_great_effort_is_one_finding() =>
        Assert.Equal(
            "estimated at 80 hours, over the maximum of 40; split it into improvements of at most 8",
            Assert.Single(Check(Estimated(80) with { Effort = Sample.Written(9d) })).Message
        );

    [Fact]
    public void A_warning_is_reported_at_the_hours()
    {
        var violation = Assert.Single(Check(Estimated(20)));

        Assert.Equal("estimated at 20 hours; split it into improvements of at most 8", violation.Message);
        Assert.Equal((6, 23), (violation.Span.Line, violation.Span.Column));
    }

    [Fact]
    public void An_effort_is_reported_at_its_place()
    {
        var violation = Assert.Single(Check(Sample.Item("a") with { Effort = Sample.Written(9d, 5, 15) }));

        Assert.Equal("effort 9 is too big for one improvement; split it until effort is below 9", violation.Message);
        Assert.Equal((5, 15), (violation.Span.Line, violation.Span.Column));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void Two_tasks_below_it_split_it(int subTasks, int findings) =>
        Assert.Equal(findings, Check(Estimated(80) with { SubTasks = subTasks }).Length);

    [Theory]
    [InlineData(Status.InProgress, 1)]
    [InlineData(Status.Deferred, 0)]
    [InlineData(Status.Done, 0)]
    internal void It_concerns_what_is_active(Status status, int findings) =>
        Assert.Equal(findings, Check(Estimated(80) with { Status = status }).Length);

    private static Improvement Estimated(double hours) =>
        Sample.Item("a") with
        {
            EstimatedHours = Sample.Written(hours, 6, 23),
        };

    private static Violation[] Check(Improvement item) =>
        [.. Sample.Check(BigBang.Rule, Sample.Backlog(item)).Cast<Violation>()];
}
