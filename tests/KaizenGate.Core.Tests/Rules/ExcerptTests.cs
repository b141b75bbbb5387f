namespace KaizenGate.Rules;

public class ExcerptTests
{
    [Fact]
    public void A_text_is_quoted() => Assert.Equal("\"Cache the restore\"", Excerpt.Of("Cache the restore"));

    [Fact]
    public void Control_characters_become_blanks() => Assert.Equal("\"a  b c\"", Excerpt.Of("a\r\nb\u001bc"));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var cut = Excerpt.Of(string.Concat(Enumerable.Repeat("😀", 1000)));

        Assert.Equal("\"" + string.Concat(Enumerable.Repeat("😀", 29)) + "…\"", cut);
    }
}
