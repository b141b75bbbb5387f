using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class UnscoredTests
{
    [Fact]
    public void An_active_improvement_without_figures_is_reported_at_its_title()
    {
        var found = Check(Sample.Item("Scored", 8, 2), Sample.Item("Cache the restore")).OnlyViolation();

        Assert.Equal(6, found.Span.Line);
        Assert.Equal("impact and effort are missing; a score needs impact and effort", found.Message);
    }

    [Fact]
    public void Only_missing_fields_are_named() =>
        Assert.Equal(
            "effort is missing; a score needs impact and effort",
            Check(Sample.Item("Half", impact: 8)).OnlyViolation().Message
        );

    [Theory]
    [InlineData(Status.Done)]
    [InlineData(Status.Deferred)]
    [InlineData(Status.Rejected)]
    internal void What_is_not_active_needs_no_score(Status status) =>
        Assert.Empty(Check(Sample.Item("Later", status: status)));

    private static RuleResult[] Check(params Improvement[] items) => Sample.Check(Unscored.Rule, Sample.Backlog(items));
}
