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
    public void An_improvement_seen_again_counts_as_captured()
    {
        var range = Range with { CapturedInAll = 1, SightedInAll = 1 };

        Assert.Empty(Nothing(range with { CapturedInAll = 0 }));
        Assert.Contains(
            "0 improvements captured since main;",
            Nothing(range with { CapturedInAll = 0, SightedInAll = 0 }).OnlyViolation().Message,
            StringComparison.Ordinal
        );
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

    [Theory]
    [InlineData("only the documentation")]
    [InlineData("typo fix")]
    [InlineData("nur ein Tippfehler")]
    [InlineData("опечатка в тексте")]
    [InlineData("誤字の修正のみ")]
    [InlineData("see #12")]
    public void A_reason_for_no_captures_passes(string reason) =>
        Assert.Empty(Nothing(Range with { NoCaptureReasons = [reason] }));

    [Theory]
    [InlineData("reason")]
    [InlineData("<reason>")]
    [InlineData("the reason")]
    [InlineData("your reason here")]
    [InlineData("n/a")]
    [InlineData("N/A, n/a")]
    [InlineData("not applicable")]
    [InlineData("no reason at all")]
    [InlineData("documentation")]
    [InlineData("docs docs")]
    [InlineData("a b c d")]
    [InlineData("2026-02-03")]
    [InlineData("...")]
    [InlineData(".")]
    [InlineData("TODO: TBD")]
    public void A_placeholder_and_one_word_are_not_a_reason(string excuse) =>
        Assert.Equal(
            $"0 improvements captured since main, and \"{excuse}\" is not a reason; capture at least 1, or say why in at least 2 words: "
                + "`Kaizen: none (reason)`",
            Nothing(Range with { NoCaptureReasons = [excuse] }).OnlyViolation().Message
        );

    [Fact]
    public void A_commit_without_a_message_yet_may_still_say_why()
    {
        var range = Range with { HasNoMessage = true };

        Assert.StartsWith(
            "needs the commit messages",
            Nothing(range).OnlyNotEvaluated().Reason,
            StringComparison.Ordinal
        );
        Assert.Empty(Nothing(range with { CapturedInAll = 1 }));
    }

    [Fact]
    public void One_commit_with_a_reason_is_enough() =>
        Assert.Empty(Nothing(Range with { NoCaptureReasons = ["n/a", "only renamed files"] }));

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
