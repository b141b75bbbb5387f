using System.Text.Json;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Finds the place of a setting in the files that it comes from.</summary>
internal sealed class SettingsPlaces
{
    private readonly Dictionary<string, (string File, SourceSpan Span)> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idOf;

    /// <param name="files">The absolute paths of the files; each overrides the one before.</param>
    /// <param name="source">Where they are read.</param>
    /// <param name="rules">The known rules.</param>
    public SettingsPlaces(IEnumerable<string> files, SettingsSource source, IEnumerable<KnownRule> rules)
    {
        idOf = rules.ToDictionary(rule => rule.Name, rule => rule.Id, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var text = new SettingsText(file, source.Read(file, file, new TextPosition(SettingsLoader.FileName)));
            var cursor = new JsonCursor(text);
            Walk(file, text, ref cursor, []);
        }
    }

    /// <summary>Returns the place of a value, else that of the nearest key above it that is in a file; null when none is.</summary>
    /// <param name="path">See <see cref="SettingValue.Path"/>.</param>
    /// <param name="isExact">Whether the value itself has the place.</param>
    public (string File, SourceSpan Span)? Find(ImmutableArray<string> path, out bool isExact)
    {
        isExact = true;
        for (var length = path.Length; length > 0; length--)
        {
            if (places.TryGetValue(SettingValue.KeyOf(path[..length]), out var place))
            {
                return place;
            }

            isExact = false;
        }

        return null;
    }

    private void Walk(string file, SettingsText text, ref JsonCursor cursor, ImmutableArray<string> path)
    {
        if (cursor.Kind == JsonTokenType.StartObject)
        {
            for (cursor.Advance(); cursor.Kind != JsonTokenType.EndObject; cursor.Advance())
            {
                var name = cursor.Text();
                var below = path.Add(path is ["rules"] ? idOf.GetValueOrDefault(name, name) : name);
                Add(file, text, below, cursor.Place(name).Offset);
                cursor.Advance();
                Walk(file, text, ref cursor, below);
            }
        }
        else if (cursor.Kind == JsonTokenType.StartArray)
        {
            for (cursor.Advance(); cursor.Kind != JsonTokenType.EndArray; cursor.Advance())
            {
                Walk(file, text, ref cursor, path);
            }
        }
        else if (cursor.Kind == JsonTokenType.String)
        {
            // An element of a list; for a single value it is one more key that is never looked up.
            Add(file, text, path.Add(cursor.Text()), cursor.Place("").Offset);
        }
    }

    private void Add(string file, SettingsText text, ImmutableArray<string> path, int offset) =>
        places[SettingValue.KeyOf(path)] = (file, text.SpanOf(offset));
}
