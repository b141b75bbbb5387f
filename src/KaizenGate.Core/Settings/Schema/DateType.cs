using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A day, <c>2026-03-02</c>.</summary>
internal sealed class DateType : JsonType<DateOnly>
{
    public override DateOnly Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.String
        && DateOnly.TryParseExact(
            cursor.Text(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw cursor.Mismatch(setting, "a date such as \"2026-03-02\"");

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        schema.WriteString("format", "date");
    }
}
