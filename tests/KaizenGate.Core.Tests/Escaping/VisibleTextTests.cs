using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Tests.Escaping;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\e[31mred", "␛[31mred")]
    [InlineData("nul\0", "nul␀")]
    [InlineData("bell\a, delete\x7F", "bell␇, delete␡")]
    [InlineData("c1 \u009B2J", "c1 <U+009B>2J")]
    [InlineData("exe\u202Egnp", "exe<U+202E>gnp")]
    [InlineData("\u200E\u200F\u061C\u2066\u2069", "<U+200E><U+200F><U+061C><U+2066><U+2069>")]
    [InlineData("\uFEFF\uFFFE\uFFFF", "<U+FEFF><U+FFFE><U+FFFF>")]
    public void Control_characters_are_shown_as_symbols(string text, string shown) =>
        Assert.Equal(shown, VisibleText.Of(text));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\tb")]
    public void White_space_becomes_a_space(string text) => Assert.Equal("a b", VisibleText.Of(text));

    [Fact]
    public void Line_separators_do_not_break_a_line() =>
        Assert.Equal("a<U+2028>b<U+2029>c<U+0085>d", VisibleText.Of("a\u2028b\u2029c\u0085d"));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("\uFFFDa\uFFFD", VisibleText.Of("\uDC00a\uD800"));

    [Theory]
    [InlineData("Größe – 日本 → ×")]
    [InlineData("👩\u200D💻 joined")]
    [InlineData("می\u200Cخواهم")]
    public void Ordinary_text_is_unchanged(string text) => Assert.Equal(text, VisibleText.Of(text));

    [Fact]
    public void A_cut_does_not_split_a_surrogate_pair() => Assert.Equal("ab…", VisibleText.Cut("ab🎉cd", 3));

    [Fact]
    public void Text_of_the_maximum_length_is_not_cut() => Assert.Equal("abc", VisibleText.Cut("abc", 3));

    [Fact]
    public void A_message_is_cut_at_1000_characters() =>
        Assert.Equal(1001, VisibleText.Message(new string('x', 5000)).Length);
}
