using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

public sealed class WrittenReasonTests
{
    [Theory]
    [InlineData("duplicate", 1)]
    [InlineData("too costly", 2)]
    [InlineData("#12", 1)]
    [InlineData("see #12", 2)]
    [InlineData("Doppelt, doppelt", 1)]
    [InlineData("重複", 1)]
    [InlineData("費用が高い", 2)]
    [InlineData("高", 1)]
    [InlineData("IE11 only", 2)]
    [InlineData("", 0)]
    [InlineData(" . — ", 0)]
    [InlineData("x", 0)]
    [InlineData("2026-03-02", 0)]
    [InlineData("12", 0)]
    [InlineData("n/a", 0)]
    [InlineData("N.A.", 0)]
    [InlineData("TBD", 0)]
    [InlineData("no reason", 0)]
    [InlineData("reason", 0)]
    [InlineData("<your reason here>", 0)]
    [InlineData("none", 0)]
    [InlineData("#", 0)]
    public void Words_with_a_meaning_count_once(string text, int words)
    {
        Assert.Equal(words, WrittenReason.Words(text));
        Assert.Equal(words > 0, WrittenReason.IsGiven(text));
    }

    [Fact]
    public void A_missing_reason_is_not_given() => Assert.False(WrittenReason.IsGiven(null));
}
