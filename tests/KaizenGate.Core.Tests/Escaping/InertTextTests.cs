using CsCheck;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Escaping;

/// <summary>Nothing printed moves a cursor or is a command of a build server.</summary>
public sealed class InertTextTests
{
    [Theory]
    [InlineData("::error::x", ": :error::x")]
    [InlineData("  ::stop-commands::x", "  : :stop-commands::x")]
    [InlineData("\u00A0::error::x", "\u00A0: :error::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("+ ##vso[task.complete]", "+ # #vso[task.complete]")]
    [InlineData("##[group]", "# #[group]")]
    [InlineData("##TeamCity[buildStop]", "# #TeamCity[buildStop]")]
    [InlineData("## Completed", "## Completed")]
    [InlineData("\e]0;title\u0007", "␛]0;title␇")]
    [InlineData("\e[31mred", "␛[31mred")]
    [InlineData("a\tb\r", "a\tb\r")]
    [InlineData("a\rb", "a b")]
    [InlineData("\u202Egnp", "<U+202E>gnp")]
    [InlineData("🎉 é 日本", "🎉 é 日本")]
    public void A_line_is_inert(string line, string inert) => Assert.Equal(inert, InertText.Line(line));

    [Theory]
    [InlineData("\e[1;31mred\e[0m", "\e[1;31mred\e[0m")]
    [InlineData("\e[2J", "␛[2J")]
    [InlineData("\e[31", "␛[31")]
    [InlineData("\e[31m##vso[x]\e[0m", "\e[31m# #vso[x]\e[0m")]
    public void Only_colors_are_kept(string line, string inert) =>
        Assert.Equal(inert, InertText.Line(line, allowsColor: true));

    [Fact]
    public void A_text_in_pieces_is_printed_like_a_whole_one() =>
        Gen.Select(Hostile.Text, Gen.Int[1, 5])
            .Sample(
                (text, length) =>
                {
                    using var whole = new StringWriter();
                    using (var writer = new InertWriter(whole))
                    {
                        writer.Write(text);
                    }

                    using var pieces = new StringWriter();
                    using (var writer = new InertWriter(pieces))
                    {
                        foreach (var piece in text.Chunk(length))
                        {
                            writer.Write(piece, 0, piece.Length);
                        }
                    }

                    Assert.Equal($"{whole}", $"{pieces}");
                }
            );

    [Fact]
    public void A_question_is_printed_at_once()
    {
        using var printed = new StringWriter();
        using var writer = new InertWriter(printed, isImmediate: true);

        writer.Write("impact: ");
        Assert.Equal("impact: ", $"{printed}");
        writer.Write("::error::x\n");

        Assert.Equal("impact: ::error::x\n", $"{printed}");
    }
}
