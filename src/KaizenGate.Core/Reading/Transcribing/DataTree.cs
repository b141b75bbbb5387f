namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>A value in YAML or JSON.</summary>
/// <param name="At">The offset in the text.</param>
internal abstract record DataValue(int At);

/// <param name="At">The offset of its first character, which is that of the quote or the <c>|</c>, if there is one.</param>
/// <param name="Text">The text, with <c>\n</c> between its lines.</param>
/// <param name="IsBlock">Whether each line is one of the original, indented, as below <c>key: |</c> in YAML.</param>
internal sealed record DataText(int At, string Text, bool IsBlock) : DataValue(At);

internal sealed record DataList(int At, ImmutableArray<DataValue> Values) : DataValue(At);

internal sealed record DataMap(int At, ImmutableArray<(string Key, DataValue Value)> Entries) : DataValue(At)
{
    /// <summary>Returns the value of the first key that the map has, in any case; null when it has none.</summary>
    public DataValue? Of(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
                {
                    return entry.Value;
                }
            }
        }

        return null;
    }

    /// <summary>Returns the text of the first key that the map has; null when it has none, or no text there.</summary>
    public string? TextOf(params ReadOnlySpan<string> keys) =>
        Of(keys) is DataText { Text: { Length: > 0 } text } ? text : null;
}
