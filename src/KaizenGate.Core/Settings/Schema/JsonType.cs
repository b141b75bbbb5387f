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

/// <summary>
/// Types made of other types. They are not members of <see cref="JsonType{T}"/>: the native compiler would make a map of maps of maps of each.
/// </summary>
internal static class JsonTypeExtensions
{
    /// <summary>Keeps the place of the value, for errors that are found later.</summary>
    public static JsonType<(T Value, TextPosition Place)> WithPlace<T>(this JsonType<T> type) =>
        new(
            (ref cursor, setting) =>
            {
                var place = cursor.Place(setting);
                return (type.Read(ref cursor, setting), place);
            },
            type.Describe
        );

    /// <summary>A list of such values, or one value without brackets.</summary>
    public static JsonType<ImmutableArray<T>> ToList<T>(this JsonType<T> type) =>
        new(
            (ref cursor, setting) =>
            {
                if (cursor.Kind != JsonTokenType.StartArray)
                {
                    return [type.Read(ref cursor, setting)];
                }

                var values = ImmutableArray.CreateBuilder<T>();
                for (cursor.Advance(); cursor.Kind != JsonTokenType.EndArray; cursor.Advance())
                {
                    values.Add(type.Read(ref cursor, $"{setting}[{values.Count}]"));
                }

                return values.DrainToImmutable();
            },
            schema =>
                schema.WriteAnyOf(
                    type.Describe,
                    list =>
                    {
                        list.WriteString("type", "array");
                        list.WriteObject("items", type.Describe);
                    }
                )
        );

    /// <summary>An object with such values.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="keys">The type of the keys; null for any text.</param>
    public static JsonType<ImmutableDictionary<string, T>> ToMap<T>(
        this JsonType<T> type,
        TextualType<string>? keys = null
    ) =>
        new(
            (ref cursor, setting) =>
            {
                if (cursor.Kind != JsonTokenType.StartObject)
                {
                    throw cursor.Mismatch(setting, "an object");
                }

                var values = ImmutableDictionary.CreateBuilder<string, T>();
                for (cursor.Advance(); cursor.Kind != JsonTokenType.EndObject; cursor.Advance())
                {
                    var key = cursor.Text();
                    key = keys?.Parse(key, cursor.Place($"a key of {setting}")) ?? key;
                    if (values.ContainsKey(key))
                    {
                        throw cursor
                            .Place(setting)
                            .Error($"duplicate key {Quote.Of(key)} in {setting}", "Remove one of them.");
                    }

                    cursor.Advance();
                    values.Add(key, type.Read(ref cursor, $"{setting}[{Quote.Of(key)}]"));
                }

                return values.ToImmutable();
            },
            schema =>
            {
                schema.WriteString("type", "object");
                if (keys is not null)
                {
                    schema.WriteObject("propertyNames", keys.Describe);
                }

                schema.WriteObject("additionalProperties", type.Describe);
            }
        );
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

/// <summary>Parts of a JSON schema.</summary>
internal static class JsonSchemaWriter
{
    public static void WriteObject(this Utf8JsonWriter schema, string name, Action<Utf8JsonWriter> describe)
    {
        schema.WriteStartObject(name);
        describe(schema);
        schema.WriteEndObject();
    }

    public static void WriteAnyOf(this Utf8JsonWriter schema, params ReadOnlySpan<Action<Utf8JsonWriter>> choices)
    {
        schema.WriteStartArray("anyOf");
        foreach (var describe in choices)
        {
            schema.WriteStartObject();
            describe(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter schema, string name, IEnumerable<string> values)
    {
        schema.WriteStartArray(name);
        foreach (var value in values)
        {
            schema.WriteStringValue(value);
        }

        schema.WriteEndArray();
    }
}
