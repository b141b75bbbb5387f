using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>An object with known keys. What is read is a change, so that several files can be laid over one another.</summary>
/// <param name="keys">The keys.</param>
internal sealed class ObjectType<T>(ImmutableArray<Key<T>> keys) : JsonType<Func<T, T>>
{
    /// <summary>Where to look the keys up when no name is near and there are too many to list; null to list them.</summary>
    public string? Catalogue { get; init; }

    /// <summary>Where the object stands in the schema; needed when keys have a second name.</summary>
    public string? Pointer { get; init; }

    public ImmutableArray<Key<T>> Keys { get; } = keys;

    private readonly Dictionary<string, Key<T>> byName = IndexOf(keys);

    /// <param name="cursor">Stands on the first token of the value.</param>
    /// <param name="setting">The name that messages give the object; empty for the whole file.</param>
    public override Func<T, T> Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind != JsonTokenType.StartObject)
        {
            throw cursor.Mismatch(setting.Length == 0 ? "the content" : setting, "an object");
        }

        var start = cursor.Place(setting);
        var changes = new List<Func<T, T>>();
        var seen = new HashSet<Key<T>>();
        for (cursor.Advance(); cursor.Kind != JsonTokenType.EndObject; cursor.Advance())
        {
            var name = cursor.Text();
            var key = byName.GetValueOrDefault(name) ?? throw Unknown(name, cursor.Place(setting));
            if (!seen.Add(key))
            {
                throw DuplicateKey(key, name, cursor.Place(setting));
            }

            cursor.Advance();
            changes.Add(key.Read(ref cursor, setting.Length == 0 ? name : $"{setting}.{name}"));
        }

        if (Keys.FirstOrDefault(key => key.IsRequired && !seen.Contains(key)) is { } missing)
        {
            throw start.Error(
                $"{(setting.Length == 0 ? "the file" : setting)} has no key \"{missing.Name}\"",
                $"Add \"{missing.Name}\"."
            );
        }

        return before => changes.Aggregate(before, (value, change) => change(value));
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteBoolean("additionalProperties", false);
        schema.WriteStartObject("properties");
        foreach (var key in Keys)
        {
            Describe(schema, key);
            if (key.Alias is not null)
            {
                schema.WriteStartObject(key.Alias);
                schema.WriteString("$ref", $"{Pointer}/properties/{key.Name}");
                schema.WriteEndObject();
            }
        }

        schema.WriteEndObject();
        if (Keys.Any(key => key.IsRequired))
        {
            schema.WriteStartArray("required");
            foreach (var key in Keys.Where(key => key.IsRequired))
            {
                schema.WriteStringValue(key.Name);
            }

            schema.WriteEndArray();
        }
    }

    private static void Describe(Utf8JsonWriter schema, Key<T> key)
    {
        schema.WriteStartObject(key.Name);
        schema.WriteString("description", key.Description);
        key.Describe(schema);
        if (key.Default is not null)
        {
            schema.WritePropertyName("default");
            schema.WriteRawValue(key.Default);
        }

        schema.WriteEndObject();
    }

    private static Dictionary<string, Key<T>> IndexOf(ImmutableArray<Key<T>> keys)
    {
        var index = keys.ToDictionary(key => key.Name);
        foreach (var key in keys.Where(key => key.Alias is not null))
        {
            index.Add(key.Alias!, key);
        }

        return index;
    }

    private InputException Unknown(string name, TextPosition place) =>
        place.Error(
            $"unknown key {Quote.Of(name)}{(place.Setting.Length == 0 ? "" : $" in {place.Setting}")}",
            NearestName.Help(name, byName.Keys, Catalogue)
        );

    private static InputException DuplicateKey(Key<T> key, string name, TextPosition place) =>
        place.Error(
            key.Alias is null ? $"duplicate key {Quote.Of(name)}" : $"duplicate key {key.Name} ({key.Alias})",
            "Remove one of them."
        );
}
