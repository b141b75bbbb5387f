using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>An object with known keys. It is read as a change, so that several files can be combined.</summary>
internal sealed class ObjectType<T>(ImmutableArray<Key<T>> keys)
{
    /// <summary>The help for an unknown key without a similar one; null to list the keys.</summary>
    public string? Catalogue { get; init; }

    /// <summary>The JSON pointer to the object in the schema; needed for keys with an alias.</summary>
    public string? Pointer { get; init; }

    public ImmutableArray<Key<T>> Keys { get; } = keys;

    private readonly Dictionary<string, Key<T>> byName = IndexOf(keys);

    public JsonType<Func<T, T>> Type => new(Read, Describe);

    /// <param name="cursor">On the first token of the object.</param>
    /// <param name="setting">The name of the object in messages; empty for the whole file.</param>
    public Func<T, T> Read(ref JsonCursor cursor, string setting)
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

    public void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteBoolean("additionalProperties", false);
        schema.WriteStartObject("properties");
        foreach (var key in Keys)
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
            if (key.Alias is not null)
            {
                schema.WriteObject(key.Alias, one => one.WriteString("$ref", $"{Pointer}/properties/{key.Name}"));
            }
        }

        schema.WriteEndObject();
        if (Keys.Any(key => key.IsRequired))
        {
            schema.WriteStrings("required", Keys.Where(key => key.IsRequired).Select(key => key.Name));
        }
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
