using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Capture;

/// <summary>The two rules about what a change captures.</summary>
public sealed class SessionTests
{
    private static readonly ChangeRange Range = new() { Description = "since main" };

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(4, 0, 1)]
    public void One_to_three_captures_pass(int captured, int nothing, int tooMany)
    {
        var range = Range with { CapturedInAll = captured };

        Assert.Equal((nothing, tooMany), (Nothing(range).Length, TooMany(range).Length));
    }

    [Fact]
    public void Nothing_captured_names_the_change() =>
        Assert.Equal(
            "0 improvements captured since main; capture at least 1, or add the trailer `Kaizen: none (reason)` to a commit",
            Nothing(Range).OnlyViolation().Message
        );

    [Fact]
    public void Too_many_captured_names_the_change() =>
        Assert.Equal(
            "7 improvements captured since main; keep at most 3",
            TooMany(Range with { CapturedInAll = 7 }).OnlyViolation().Message
        );

    [Fact]
    public void A_reason_for_no_captures_passes() =>
        Assert.Empty(Nothing(Range with { NoCaptureReason = "documentation" }));

    [Fact]
    public void A_run_with_several_backlogs_has_one_finding()
    {
        Assert.Empty(Nothing(Range with { IsFirst = false }));
        Assert.Empty(TooMany(Range with { IsFirst = false, CapturedInAll = 9 }));
    }

    [Fact]
    public void Unread_entries_of_any_backlog_may_be_the_missing_captures()
    {
        var range = Range with { UnreadInAll = 1 };

        Assert.Equal("1 entry is unread; `dotnet kaizen read` shows it", Nothing(range).OnlyNotEvaluated().Reason);
        Assert.Empty(Nothing(range with { CapturedInAll = 1 }));
        Assert.Single(TooMany(range with { CapturedInAll = 7 }).OfType<Violation>());
    }

    [Fact]
    public void Without_a_change_it_is_not_evaluated()
    {
        NotEvaluated[] reasons = [Nothing(null).OnlyNotEvaluated(), TooMany(null).OnlyNotEvaluated()];

        Assert.All(
            reasons,
            missing =>
            {
                Assert.Contains("--since", missing.Reason, StringComparison.Ordinal);
                Assert.Contains("--staged", missing.Reason, StringComparison.Ordinal);
            }
        );
    }

    private static RuleResult[] Nothing(ChangeRange? range) => Check(SessionCapturedNothing.Rule, range);

    private static RuleResult[] TooMany(ChangeRange? range) => Check(SessionCapturedTooMany.Rule, range);

    private static RuleResult[] Check(Rule rule, ChangeRange? range) =>
        [.. rule.Check(Sample.Context(rule, Sample.Backlog()) with { Range = range })];
}
