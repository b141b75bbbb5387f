using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>
/// The simple types of values, and types made of others. The latter are not members of <see cref="JsonType{T}"/>: the native compiler would
/// make a map of maps of maps of each.
/// </summary>
internal static class JsonTypes
{
    public static JsonType<bool> Boolean { get; } =
        new(
            (ref cursor, setting) =>
                cursor.Kind switch
                {
                    JsonTokenType.True => true,
                    JsonTokenType.False => false,
                    _ => throw cursor.Mismatch(setting, "true or false"),
                },
            schema => schema.WriteString("type", "boolean")
        );

    /// <summary>A string that is not blank.</summary>
    public static TextualType<string> Text { get; } =
        Matching("a non-empty string", @"\S", text => !string.IsNullOrWhiteSpace(text));

    /// <summary>A date such as <c>2026-03-02</c>.</summary>
    public static TextualType<DateOnly> Date { get; } =
        TextualType<DateOnly>.OfString(
            "a date such as \"2026-03-02\"",
            (text, place) =>
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? day
                    : throw place.Mismatch(Quote.Of(text), "a date such as \"2026-03-02\""),
            schema =>
            {
                schema.WriteString("type", "string");
                schema.WriteString("format", "date");
            }
        );

    /// <summary>A string.</summary>
    /// <param name="wanted">The type in messages.</param>
    /// <param name="pattern">The regular expression for the schema.</param>
    /// <param name="accepts">The same condition as code.</param>
    public static TextualType<string> Matching(string wanted, string pattern, Predicate<string> accepts) =>
        TextualType<string>.OfString(
            wanted,
            (text, place) => accepts(text) ? text : throw place.Mismatch(Quote.Of(text), wanted),
            schema =>
            {
                schema.WriteString("type", "string");
                schema.WriteString("pattern", pattern);
            }
        );

    /// <summary>A number in a range, both ends included.</summary>
    public static TextualType<double> Number(double minimum, double maximum, bool isWhole = false)
    {
        var kind = isWhole ? "whole number" : "number";
        var wanted =
            minimum.Equals(maximum) ? $"{minimum}"
            : double.IsFinite(maximum) ? $"a {kind} from {minimum} to {maximum}"
            : $"a {kind} of at least {minimum}";
        return new(
            (ref cursor, setting) =>
                cursor.Number() is { } number && Accepts(number) ? number : throw cursor.Mismatch(setting, wanted),
            (text, place) =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && Accepts(number)
                    ? number
                    : throw place.Mismatch(Quote.Of(text), wanted),
            schema =>
            {
                schema.WriteString("type", isWhole ? "integer" : "number");
                schema.WriteNumber("minimum", minimum);
                if (double.IsFinite(maximum))
                {
                    schema.WriteNumber("maximum", maximum);
                }
            }
        );

        bool Accepts(double number) =>
            double.IsFinite(number)
            && number >= minimum
            && number <= maximum
            && (!isWhole || Math.Truncate(number).Equals(number));
    }

    /// <summary>One of a few words; in any case in a variable or an option.</summary>
    public static TextualType<T> Choice<T>(params ImmutableArray<(string Word, T Value)> choices)
    {
        string[] words = [.. choices.Select(choice => choice.Word)];
        var wanted = words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
        return new(
            (ref cursor, setting) =>
                cursor.Kind == JsonTokenType.String
                    ? Find(cursor.Text(), cursor.Place(setting), StringComparison.Ordinal)
                    : throw cursor.Mismatch(setting, wanted),
            (text, place) => Find(text, place, StringComparison.OrdinalIgnoreCase),
            schema => schema.WriteStrings("enum", words)
        );

        T Find(string text, TextPosition place, StringComparison comparison)
        {
            var at = Array.FindIndex(words, word => word.Equals(text, comparison));
            return at >= 0
                ? choices[at].Value
                : throw place.Mismatch(
                    Quote.Of(text),
                    wanted,
                    NearestName.Of(text, words) is { } nearest ? $"Did you mean \"{nearest}\"?" : null
                );
        }
    }

    public static JsonType<T?> OrNull<T>(this JsonType<T> type)
        where T : class =>
        new(
            (ref cursor, setting) => cursor.Kind == JsonTokenType.Null ? null : type.Read(ref cursor, setting),
            schema => schema.WriteAnyOf(none => none.WriteString("type", "null"), type.Describe)
        );

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
