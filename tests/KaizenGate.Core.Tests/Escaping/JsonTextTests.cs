using System.Text;
using System.Text.Json;
using CsCheck;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Escaping;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("##vso[x]", "#\\u0023vso[x]")]
    [InlineData("a###b # c", "a#\\u0023\\u0023b # c")]
    [InlineData("x\u202Ey\u2069\u200F\u061Cz", "x\\u202Ey\\u2069\\u200F\\u061Cz")]
    [InlineData("→ – Ø 日本", "→ – Ø 日本")]
    [InlineData("\e\0", "\\u001B\\u0000")]
    public void Commands_and_control_characters_are_escaped(string text, string json) =>
        Assert.Equal($"\"{json}\"\n", Written(text));

    [Fact]
    public void A_parser_returns_the_original_text() =>
        Hostile.Text.Sample(text =>
        {
            using var read = JsonDocument.Parse(Written(text));
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), read.RootElement.GetString());
        });

    [Fact]
    public void Every_chunk_is_escaped()
    {
        var texts = Enumerable
            .Range(0, 200)
            .Select(at => new string('#', at) + "\u202E")
            .Append(new string('#', 100_000));
        using var stream = new MemoryStream();
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartArray();
                texts.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        );
        var written = Encoding.UTF8.GetString(stream.ToArray());

        Assert.DoesNotContain("##", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", written, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(written);
        Assert.Equal(texts, read.RootElement.EnumerateArray().Select(text => text.GetString()));
    }

    private static string Written(string text)
    {
        using var stream = new MemoryStream();
        JsonText.Write(stream, json => json.WriteStringValue(text));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
