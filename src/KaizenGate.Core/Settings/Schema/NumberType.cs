using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A number between two bounds, both included.</summary>
internal sealed class NumberType(double minimum, double maximum, bool isWhole = false) : TextualType<double>
{
    private string Wanted =>
        minimum.Equals(maximum) ? minimum.ToString(CultureInfo.InvariantCulture)
        : double.IsFinite(maximum)
            ? string.Create(CultureInfo.InvariantCulture, $"a {Kind} from {minimum} to {maximum}")
        : string.Create(CultureInfo.InvariantCulture, $"a {Kind} of at least {minimum}");

    private string Kind => isWhole ? "whole number" : "number";

    public override double Read(ref JsonCursor cursor, string setting) =>
        cursor.Number() is { } number && Accepts(number) ? number : throw cursor.Mismatch(setting, Wanted);

    public override double Parse(string text, TextPosition place) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Accepts(number)
            ? number
            : throw place.Mismatch(Quote.Of(text), Wanted);

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", isWhole ? "integer" : "number");
        schema.WriteNumber("minimum", minimum);
        if (double.IsFinite(maximum))
        {
            schema.WriteNumber("maximum", maximum);
        }
    }

    private bool Accepts(double number) =>
        double.IsFinite(number)
        && number >= minimum
        && number <= maximum
        && (!isWhole || Math.Truncate(number).Equals(number));
}
