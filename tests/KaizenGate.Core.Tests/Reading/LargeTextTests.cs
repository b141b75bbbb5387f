using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public class LargeTextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_is_read_as_a_whole(bool mark)
    {
        // Characters of one to four bytes cross the borders between pieces.
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number}ä€🚀\r\n"));
        byte[] bytes = [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];

        Assert.Equal(text, LargeText.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void Invalid_bytes_are_left_to_the_lenient_decoder()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(new string('a', 100_000)), 0xC3];

        Assert.Null(LargeText.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void An_empty_text_is_empty()
    {
        Assert.Equal("", LargeText.Read(new MemoryStream()));
    }
}
