using System.Text;
using System.Text.Json;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary>The answer of a tool: JSON, as data and as the same text.</summary>
/// <param name="Text">Compact JSON.</param>
/// <param name="Data">The same.</param>
internal sealed record ToolAnswer(string Text, JsonElement Data)
{
    public static ToolAnswer Of<T>(JsonContract<T> contract, T value)
    {
        using var stream = new MemoryStream();
        contract.Write(stream, value, isIndented: false);
        var text = Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)).TrimEnd('\n');
        return new(text, JsonElement.Parse(text));
    }
}
