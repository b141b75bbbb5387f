using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>Reads the value at the cursor and leaves the cursor on its last token.</summary>
/// <param name="cursor">On the first token of the value.</param>
/// <param name="setting">The name of the value in messages.</param>
/// <exception cref="InputException">The value has another type.</exception>
internal delegate T JsonRead<T>(ref JsonCursor cursor, string setting);

/// <summary>A type of values in the settings: one definition for the reader and for the JSON schema.</summary>
/// <param name="Read">Reads a value.</param>
/// <param name="Describe">Writes the members of the schema into the current object.</param>
internal record JsonType<T>(JsonRead<T> Read, Action<Utf8JsonWriter> Describe)
{
    public JsonType<TResult> Select<TResult>(Func<T, TResult> convert) =>
        new((ref cursor, setting) => convert(Read(ref cursor, setting)), Describe);
}

/// <summary>A type whose values an environment variable or an option can give too.</summary>
/// <param name="Read">Reads a value from JSON.</param>
/// <param name="Parse">Reads a value from a variable or an option.</param>
/// <param name="Describe">Writes the members of the schema into the current object.</param>
internal sealed record TextualType<T>(
    JsonRead<T> Read,
    Func<string, TextPosition, T> Parse,
    Action<Utf8JsonWriter> Describe
) : JsonType<T>(Read, Describe)
{
    /// <summary>A type whose values are strings in JSON too.</summary>
    /// <param name="wanted">The type in messages.</param>
    /// <param name="parse">Reads a value.</param>
    /// <param name="describe">Writes the members of the schema.</param>
    public static TextualType<T> OfString(
        string wanted,
        Func<string, TextPosition, T> parse,
        Action<Utf8JsonWriter> describe
    ) =>
        new(
            (ref cursor, setting) =>
                cursor.Kind == JsonTokenType.String
                    ? parse(cursor.Text(), cursor.Place(setting))
                    : throw cursor.Mismatch(setting, wanted),
            parse,
            describe
        );
}
