using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>The prefix of ids: it begins with a letter, and letters, digits and single dashes follow.</summary>
internal sealed class PrefixType : TextualType<string>
{
    private const int Longest = 24;
    private const string Wanted = "a prefix such as IMP: letters first, then letters, digits and dashes";

    public override string Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.String
            ? Parse(cursor.Text(), cursor.Place(setting))
            : throw cursor.Mismatch(setting, Wanted);

    public override string Parse(string text, TextPosition place) =>
        text.Length is > 0 and <= Longest
        && char.IsAsciiLetter(text[0])
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
        && text[^1] != '-'
            ? text
            : throw place.Mismatch(Quote.Of(text), Wanted);

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        schema.WriteString("pattern", "^[A-Za-z]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?$");
    }
}
