using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class OverdueTests
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void It_fires_the_day_after_the_target_date(int daysAgo, int findings) =>
        Assert.Equal(findings, Check(Due(daysAgo)).Length);

    [Fact]
    public void It_gives_the_days_at_the_date()
    {
        var violation = Assert.IsType<Violation>(Assert.Single(Check(Due(10))));

        Assert.Equal("the target date 2026-02-20 passed 10 days ago; complete it or set a new date", violation.Message);
        Assert.Equal((8, 20), (violation.Span.Line, violation.Span.Column));
    }

    [Theory]
    [InlineData(Status.InProgress, 1)]
    [InlineData(Status.Deferred, 1)]
    [InlineData(Status.Done, 0)]
    [InlineData(Status.Rejected, 0)]
    internal void It_concerns_what_is_open(Status status, int findings) =>
        Assert.Equal(findings, Check(Due(10) with { Status = status }).Length);

    private static Improvement Due(int daysAgo) =>
        Sample.Item("a") with
        {
            TargetDate = Sample.Written(Sample.DaysAgo(daysAgo), 8, 20),
        };

    private static RuleResult[] Check(Improvement item) => Sample.Check(Overdue.Rule, Sample.Backlog(item));
}
