using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Document;

namespace KaizenGate.Core.Tests.Rules.Document;

public class UnexplainedDeferralTests
{
    private static readonly Improvement Deferred = Sample.Item("Item", status: Status.Deferred);

    [Fact]
    public void A_bare_deferral_lacks_both() =>
        Assert.Equal("deferred without a reason or review date; add both", Check(Deferred).OnlyViolation().Message);

    [Fact]
    public void A_reason_alone_lets_it_be_forgotten() =>
        Assert.Equal(
            "deferred without a review date; add one",
            Check(Deferred with { Reason = Sample.Written("the vendor ships in June") }).OnlyViolation().Message
        );

    [Fact]
    public void A_review_date_alone_explains_nothing() =>
        Assert.Equal(
            "deferred without a reason; add one",
            Check(Deferred with { ReviewDate = Sample.Written(Sample.DaysAgo(-90)) }).OnlyViolation().Message
        );

    [Theory]
    [InlineData("Deferred (waiting for the vendor)", true)]
    [InlineData("On hold — waiting for the vendor", true)]
    [InlineData("Deferred", false)]
    [InlineData("On-Hold", false)]
    [InlineData("Deferred (2026)", false)]
    [InlineData("Deferred:", false)]
    public void A_remark_on_the_status_is_a_reason(string status, bool isReason)
    {
        var sign = new StatusSign(StatusSource.Field, Status.Deferred, status, SourceSpan.FileStart);
        var item = Deferred with { ReviewDate = Sample.Written(Sample.DaysAgo(-90)), StatusSigns = [sign] };

        Assert.Equal(isReason, Check(item).Length == 0);
    }

    [Fact]
    public void Only_a_deferred_improvement_needs_a_reason() =>
        Assert.Empty(Check(Sample.Item("Item"), Sample.Item("Item", status: Status.Rejected)));

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(UnexplainedDeferral.Rule, Sample.Backlog(items));
}
