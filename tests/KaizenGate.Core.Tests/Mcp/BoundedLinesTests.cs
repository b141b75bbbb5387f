using System.Text;
using CsCheck;
using KaizenGate.Cli.Mcp;

namespace KaizenGate.Core.Tests.Mcp;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("a\nbc\n", "a\nbc\n")]
    [InlineData("abcdef\ng\n", "abcd\ng\n")]
    [InlineData("abcdefgh", "abcd")]
    [InlineData("\n\n", "\n\n")]
    [InlineData("", "")]
    public void The_rest_of_a_long_line_is_dropped(string text, string expected) =>
        Assert.Equal(expected, Read(text, maxBytes: 4, buffer: 3));

    [Fact]
    public void The_size_of_the_buffer_makes_no_difference() =>
        Gen.Select(Gen.Char["ab\n"].Array[0, 200], Gen.Int[1, 9], Gen.Int[1, 50])
            .Sample(
                (signs, maxBytes, buffer) =>
                {
                    var text = new string(signs);
                    var expected = string.Join(
                        '\n',
                        text.Split('\n').Select(line => line[..Math.Min(line.Length, maxBytes)])
                    );
                    Assert.Equal(expected, Read(text, maxBytes, buffer));
                }
            );

    private static string Read(string text, int maxBytes, int buffer)
    {
        using var lines = new BoundedLines(new MemoryStream(Encoding.UTF8.GetBytes(text)), maxBytes);
        using var copy = new MemoryStream();
        lines.CopyTo(copy, buffer);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
