using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A number of bytes from 1 to 1 GiB, as a number or with a unit: <c>"64 MiB"</c>.</summary>
internal static class SizeType
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

    public static TextualType<long> Bytes { get; } =
        new(
            (ref cursor, setting) =>
                (cursor.Kind == JsonTokenType.String ? Parse(cursor.Text()) : Whole(cursor.Number()))
                ?? throw cursor.Mismatch(setting, Wanted),
            (text, place) => Parse(text) ?? throw place.Mismatch(Quote.Of(text), Wanted),
            schema =>
                schema.WriteAnyOf(
                    number =>
                    {
                        number.WriteString("type", "integer");
                        number.WriteNumber("minimum", 1);
                        number.WriteNumber("maximum", Largest);
                    },
                    text =>
                    {
                        text.WriteString("type", "string");
                        text.WriteString("pattern", "^\\s*\\d+(\\.\\d+)?\\s*(KiB|MiB|GiB|kB|MB|GB|B)?\\s*$");
                    }
                )
        );

    private static long? Parse(string text)
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
