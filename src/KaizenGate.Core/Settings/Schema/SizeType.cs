using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A number of bytes, from 1 byte to 1 GiB, as a number or with a unit: <c>"64 MiB"</c>.</summary>
internal sealed class SizeType : TextualType<long>
{
    private const long Largest = 1L << 30;
    private const string Wanted = "a size from 1 byte to 1 GiB, such as 1048576 or \"64 MiB\"";

    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KiB", 1L << 10),
        ("MiB", 1L << 20),
        ("GiB", 1L << 30),
        ("kB", 1_000),
        ("MB", 1_000_000),
        ("GB", 1_000_000_000),
        ("B", 1),
    ];

    public override long Read(ref JsonCursor cursor, string setting) =>
        (cursor.Kind == JsonTokenType.String ? BytesOf(cursor.Text()) : Whole(cursor.Number()))
        ?? throw cursor.Mismatch(setting, Wanted);

    public override long Parse(string text, TextPosition place) =>
        BytesOf(text) ?? throw place.Mismatch(Quote.Of(text), Wanted);

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        schema.WriteString("type", "integer");
        schema.WriteNumber("minimum", 1);
        schema.WriteNumber("maximum", Largest);
        schema.WriteEndObject();
        schema.WriteStartObject();
        schema.WriteString("type", "string");
        schema.WriteString("pattern", "^\\s*\\d+(\\.\\d+)?\\s*(KiB|MiB|GiB|kB|MB|GB|B)?\\s*$");
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    private static long? BytesOf(string text)
    {
        var number = text.AsSpan().Trim();
        var factor = 1L;
        foreach (var (unit, bytes) in Units)
        {
            if (number.EndsWith(unit))
            {
                number = number[..^unit.Length].TrimEnd();
                factor = bytes;
                break;
            }
        }

        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Whole(Math.Round(value * factor))
            : null;
    }

    private static long? Whole(double? bytes) =>
        bytes is >= 1 and <= Largest && Math.Truncate(bytes.Value).Equals(bytes) ? (long)bytes : null;
}
