using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace KaizenGate.Core.Reading;

/// <summary>Finds the value of a normalized word of the vocabulary. Words that are not in Latin script are indexed when one is looked up.</summary>
internal sealed class WordIndex<T>
{
    /// <summary>The maximum length of a word with the spaces around it, in characters.</summary>
    private const int MaxLength = 64;

    private readonly (T Value, string Key)[] keys;
    private readonly Func<T, int, T> select;
    private readonly Func<T, T, T>? combine;
    private readonly Lazy<WordTable<T>> latin;
    private readonly Lazy<WordTable<T>> notLatin;

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

    /// <summary>Whether only the first word of each phrase is indexed.</summary>
    public bool IsOfFirstWords { get; init; }

    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value)
    {
        ref var found = ref (Lexicon.IsNotLatin(word) ? notLatin : latin).Value.Find(word);
        var isFound = !Unsafe.IsNullRef(ref found);
        value = isFound ? found : default;
        return isFound;
    }

    public bool Contains(ReadOnlySpan<char> word) => TryGetValue(word, out _);

    /// <summary>Finds the value of the word that a text is once it is normalized.</summary>
    public bool TryGetText(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        Span<char> word = text.Length <= 4 * MaxLength ? stackalloc char[4 * MaxLength] : new char[text.Length];
        return TryGetValue(word[..TextNormalizer.Normalize(text, word)], out value);
    }

    /// <summary>Whether a text is a word once it is normalized.</summary>
    public bool ContainsText(ReadOnlySpan<char> text) => TryGetText(text, out _);

    private WordTable<T> IndexOf(ImmutableArray<string> languages)
    {
        var (most, characters) = (0, 0);
        foreach (var language in languages)
        {
            foreach (var (_, key) in keys)
            {
                var words = Lexicon.In(language, key);
                most += words.Count(',') + 1;
                characters += words.Length;
            }
        }

        var index = new WordTable<T>(most, characters);
        Span<char> normalized = stackalloc char[MaxLength];
        foreach (var language in languages)
        {
            foreach (var (value, key) in keys)
            {
                var words = Lexicon.In(language, key);
                var position = 0;
                foreach (var range in words.Split(','))
                {
                    if (TextNormalizer.Normalize(Indexed(words[range]), normalized) is > 0 and var length)
                    {
                        Add(index, normalized[..length], select(value, position++));
                    }
                }
            }
        }

        return index;
    }

    private ReadOnlySpan<char> Indexed(ReadOnlySpan<char> phrase)
    {
        var word = phrase.TrimStart();
        var end = IsOfFirstWords ? word.IndexOf(' ') : -1;
        return end < 0 ? word : word[..end];
    }

    private void Add(WordTable<T> index, ReadOnlySpan<char> word, T value)
    {
        ref var known = ref index.Find(word);
        if (Unsafe.IsNullRef(ref known))
        {
            index.Add(word, value);
        }
        else if (combine is not null)
        {
            known = combine(known, value);
        }
    }
}
