using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Settings.Schema;

/// <summary>Values as JSON writes them.</summary>
internal static class JsonText
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(string value) => $"\"{JsonEncodedText.Encode(value)}\"";

    public static string Of(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Of))}]";
}
