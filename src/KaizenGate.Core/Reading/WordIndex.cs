using System.Diagnostics.CodeAnalysis;

namespace KaizenGate.Core.Reading;

/// <summary>Finds the value of a normalized word of the vocabulary. Words that are not in Latin script are indexed when one is looked up.</summary>
internal sealed class WordIndex<T>
{
    /// <summary>The maximum length of a word with the spaces around it, in characters.</summary>
    private const int MaxLength = 64;

    private readonly (T Value, string Key)[] keys;
    private readonly Func<T, int, T> select;
    private readonly Func<T, T, T>? combine;
    private readonly Lazy<Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>>> latin;
    private readonly Lazy<Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>>> notLatin;

    /// <param name="keys">The keys of the vocabulary with their values; a word of two keys keeps the first.</param>
    /// <param name="select">Returns the value of a word from that of its key and its position in the list of its language; null for that of its key.</param>
    /// <param name="combine">Returns the value of a word of two keys; null to keep that of the first.</param>
    public WordIndex((T Value, string Key)[] keys, Func<T, int, T>? select = null, Func<T, T, T>? combine = null)
    {
        this.combine = combine;
        this.keys = keys;
        this.select = select ?? ((value, _) => value);
        latin = new(() => IndexOf(Lexicon.Latin));
        notLatin = new(() => IndexOf(Lexicon.NotLatin));
    }

    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value) =>
        (Lexicon.IsNotLatin(word) ? notLatin : latin).Value.TryGetValue(word, out value);

    public bool Contains(ReadOnlySpan<char> word) => TryGetValue(word, out _);

    private Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> IndexOf(ImmutableArray<string> languages)
    {
        var index = new Dictionary<string, T>(32 * keys.Length).GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> normalized = stackalloc char[MaxLength];
        foreach (var language in languages)
        {
            foreach (var (value, key) in keys)
            {
                var words = Lexicon.In(language, key);
                var position = 0;
                foreach (var range in words.Split(','))
                {
                    if (TextNormalizer.Normalize(words[range], normalized) is > 0 and var length)
                    {
                        var selected = select(value, position++);
                        if (!index.TryAdd(normalized[..length], selected) && combine is not null)
                        {
                            index[normalized[..length]] = combine(index[normalized[..length]], selected);
                        }
                    }
                }
            }
        }

        return index;
    }
}
