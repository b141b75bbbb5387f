using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceType<T>(params ImmutableArray<(string Word, T Value)> choices) : TextualType<T>
{
    private string Wanted => Wording.Or([.. choices.Select(choice => choice.Word)]);

    public override T Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.String
            ? Find(cursor.Text(), cursor.Place(setting), StringComparison.Ordinal)
            : throw cursor.Mismatch(setting, Wanted);

    /// <summary>A variable or an option may be written in any case.</summary>
    public override T Parse(string text, TextPosition place) => Find(text, place, StringComparison.OrdinalIgnoreCase);

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("enum");
        foreach (var (word, _) in choices)
        {
            schema.WriteStringValue(word);
        }

        schema.WriteEndArray();
    }

    private T Find(string text, TextPosition place, StringComparison comparison)
    {
        foreach (var (word, value) in choices)
        {
            if (word.Equals(text, comparison))
            {
                return value;
            }
        }

        var nearest = NearestName.Of(text, choices.Select(choice => choice.Word));
        throw place.Mismatch(Quote.Of(text), Wanted, nearest is null ? null : $"Did you mean \"{nearest}\"?");
    }
}
