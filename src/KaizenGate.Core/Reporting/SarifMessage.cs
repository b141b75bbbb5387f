using System.Text.Json;
using KaizenGate.Escaping;

namespace KaizenGate.Reporting;

/// <summary>A message in SARIF, where <c>[text](target)</c> is a link even in plain text.</summary>
internal static class SarifMessage
{
    public static void Write(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", VisibleText.Of(text).Replace("](", "] (", StringComparison.Ordinal));
        json.WriteEndObject();
    }
}
