using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Document;

namespace KaizenGate.Core.Tests.Rules.Document;

public class UnquantifiedOutcomeTests
{
    [Theory]
    [InlineData("30% less time")]
    [InlineData("Zero broken commits")]
    [InlineData("builds take half the time")]
    [InlineData("½ of the time")]
    [InlineData("٣ minutes")]
    public void A_number_in_any_notation_is_enough(string outcome) => Assert.Empty(Check(outcome));

    [Theory]
    [InlineData("Better maintainability")]
    [InlineData("behalf of the users, doubling aside")]
    [InlineData("!")]
    public void Words_alone_are_reported_at_the_outcome(string outcome)
    {
        var found = Check(outcome).OnlyViolation();

        Assert.Equal((9, 25), (found.Span.Line, found.Span.Column));
    }

    [Fact]
    public void A_missing_outcome_is_reported_by_another_rule() =>
        Assert.Empty(Sample.Check(UnquantifiedOutcome.Rule, Sample.Backlog(Sample.Item("Item", 8, 2))));

    [Fact]
    public void A_deferred_improvement_may_stay_vague() => Assert.Empty(Check("Better", Status.Deferred));

    private static RuleResult[] Check(string outcome, Status status = Status.ToDo) =>
        Sample.Check(
            UnquantifiedOutcome.Rule,
            Sample.Backlog(Sample.Item("Item", 8, 2, status) with { ExpectedOutcome = Sample.Written(outcome, 9, 25) })
        );
}
