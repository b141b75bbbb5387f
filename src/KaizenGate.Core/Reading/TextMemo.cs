namespace KaizenGate.Core.Reading;

/// <summary>Values by text. Those that were not asked for while many others came are forgotten.</summary>
/// <param name="mostCharacters">How long all texts together may grow before those of the time before are forgotten.</param>
internal sealed class TextMemo<T>(int mostCharacters)
    where T : class
{
    private Dictionary<string, T> recent = [];
    private Dictionary<string, T> older = [];
    private long characters;

    /// <summary>How many times something was forgotten.</summary>
    public int Turns { get; private set; }

    public T? Find(ReadOnlySpan<char> text)
    {
        if (recent.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var value))
        {
            return value;
        }

        if (older.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var key, out value))
        {
            Set(key, value);
        }

        return value;
    }

    public void Set(string text, T value)
    {
        characters += recent.ContainsKey(text) ? 0 : text.Length;
        recent[text] = value;
        if (characters > mostCharacters)
        {
            (older, recent, characters) = (recent, [], 0);
            Turns++;
        }
    }
}
