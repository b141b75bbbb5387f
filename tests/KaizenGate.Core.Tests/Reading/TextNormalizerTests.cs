using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public sealed class TextNormalizerTests
{
    [Fact]
    public void Of_ASCII_letters_in_lower_case_and_digits_remain() =>
        Assert.All(
            Enumerable.Range(0, 128).Select(code => (char)code),
            character =>
                Assert.Equal(
                    char.IsAsciiLetterOrDigit(character) ? $"{char.ToLowerInvariant(character)}" : "",
                    TextNormalizer.Normalize([character])
                )
        );

    [Theory]
    [InlineData("Größe!", "große")]
    [InlineData("1ª Ação", "1acao")]
    [InlineData("ПРИОРИТЕТ й", "приоритети")]
    [InlineData("優先度 🚀", "優先度")]
    public void Of_other_scripts_letters_without_Latin_accents_remain(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text));
}
