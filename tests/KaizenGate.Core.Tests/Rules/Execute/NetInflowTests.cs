using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class NetInflowTests
{
    private static readonly ChangeRange Range = new() { Description = "since main" };

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(3, 0, 1)]
    [InlineData(3, 1, 0)]
    [InlineData(-1, 0, 0)]
    public void A_change_may_add_two(int open, int movedIn, int violations) =>
        Assert.Equal(violations, Check(Range with { Delta = new(open, 0, 0), MovedIn = movedIn }).Length);

    [Theory]
    [InlineData("the audit found them", 0)]
    [InlineData("n/a", 1)]
    [InlineData("audit", 1)]
    public void A_reason_of_two_words_passes(string reason, int violations) =>
        Assert.Equal(violations, Check(Range with { Delta = new(5, 5, 0), InflowReasons = [reason] }).Length);

    private static RuleResult[] Check(ChangeRange range) =>
        [.. NetInflow.Rule.Check(Sample.Context(NetInflow.Rule, Sample.Backlog()) with { Range = range })];
}
