using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

public class QuoteTests
{
    [Fact]
    public void A_text_is_quoted() => Assert.Equal("\"Cache the restore 🚀\"", Quote.Of("Cache the restore 🚀"));

    [Theory]
    [InlineData("a\r\nb\u001bc", "\"a\\u000D\\u000Ab\\u001Bc\"")]
    [InlineData("a\u202eb", "\"a\\u202Eb\"")]
    public void Characters_that_could_control_a_terminal_are_escaped(string text, string quoted) =>
        Assert.Equal(quoted, Quote.Of(text));

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal("\"a\\uD83D\"", Quote.Of("a\ud83d"));

    [Fact]
    public void Sixty_characters_are_not_cut() =>
        Assert.Equal($"\"{new string('a', 60)}\"", Quote.Of(new string('a', 60)));

    [Fact]
    public void A_longer_text_is_cut_between_characters()
    {
        var cut = Quote.Of("a" + string.Concat(Enumerable.Repeat("😀", 1000)));

        Assert.Equal("\"a" + string.Concat(Enumerable.Repeat("😀", 29)) + "…\"", cut);
    }
}
