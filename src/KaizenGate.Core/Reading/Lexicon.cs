using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>
/// The words that the reader knows, in all languages at once. Each language is a text file in <c>Vocabulary</c>: one line a key, with its
/// words separated by commas; a line that begins with # is a remark. <c>emoji.txt</c> has what is the same in all languages.
/// </summary>
internal static class Lexicon
{
    /// <summary>The languages in the order in which their words are looked up: a word of two keeps its first meaning.</summary>
    public static ImmutableArray<string> Languages { get; } =
    ["en", "de", "fr", "es", "pt", "it", "ru", "ja", "zh-Hans", "zh-Hant", "ko", "fi"];

    /// <summary>The name of the file of signs, which follows the languages.</summary>
    public const string Emoji = "emoji";

    /// <summary>For each key, its words in each file; empty in files without it.</summary>
    private static readonly Dictionary<string, ReadOnlyMemory<char>[]> ByKey = Load();

    public static IEnumerable<string> Keys => ByKey.Keys;

    /// <summary>Returns the words of a key in all languages, or in one file; none for an unknown key.</summary>
    public static List<string> Words(string key, string? name = null)
    {
        var found = new List<string>();
        for (var file = 0; file <= Languages.Length; file++)
        {
            var words = name is null || name == NameOf(file) ? In(file, key).Span : [];
            foreach (var range in words.Split(','))
            {
                if (words[range].Trim() is { IsEmpty: false } word)
                {
                    found.Add(word.ToString());
                }
            }
        }

        return found;
    }

    /// <summary>Returns the normalized words of a key.</summary>
    public static HashSet<string> Set(string key) => [.. Index([(0, key)]).Keys];

    /// <summary>Indexes the words of keys by their normalized form.</summary>
    public static Dictionary<string, T> Index<T>(params ReadOnlySpan<(T Value, string Key)> keys)
    {
        var index = new Dictionary<string, T>(64 * keys.Length);
        AddTo(index, keys);
        return index;
    }

    /// <summary>Adds the normalized words of keys, language by language; a word that is in the index keeps its meaning.</summary>
    public static void AddTo<T>(Dictionary<string, T> index, ReadOnlySpan<(T Value, string Key)> keys)
    {
        var lookup = index.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var file = 0; file < Languages.Length; file++)
        {
            foreach (var (value, key) in keys)
            {
                AddTo(lookup, In(file, key).Span, value);
            }
        }
    }

    /// <summary>Indexes signs as they are written.</summary>
    public static Dictionary<string, T> Signs<T>(params ReadOnlySpan<(T Value, string Key)> keys)
    {
        var index = new Dictionary<string, T>();
        foreach (var (value, key) in keys)
        {
            foreach (var sign in Words(key, Emoji))
            {
                index.Add(sign, value);
            }
        }

        return index;
    }

    private static void AddTo<T>(
        Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> index,
        ReadOnlySpan<char> words,
        T value
    )
    {
        Span<char> normalized = stackalloc char[MaxLength];
        foreach (var range in words.Split(','))
        {
            if (TextNormalizer.Normalize(words[range], normalized) is > 0 and var length)
            {
                index.TryAdd(normalized[..length], value);
            }
        }
    }

    private static ReadOnlyMemory<char> In(int file, string key) =>
        ByKey.TryGetValue(key, out var words) ? words[file] : default;

    private static string NameOf(int file) => file < Languages.Length ? Languages[file] : Emoji;

    private static Dictionary<string, ReadOnlyMemory<char>[]> Load()
    {
        var byKey = new Dictionary<string, ReadOnlyMemory<char>[]>(128);
        var lookup = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var file = 0; file <= Languages.Length; file++)
        {
            var text = TextOf(NameOf(file)).AsMemory();
            foreach (var range in text.Span.Split('\n'))
            {
                var line = text[range];
                var colon = line.Span.IndexOf(':');
                if (colon <= 0 || line.Span[0] == '#')
                {
                    continue;
                }

                if (!lookup.TryGetValue(line.Span[..colon], out var words))
                {
                    lookup[line.Span[..colon]] = words = new ReadOnlyMemory<char>[Languages.Length + 1];
                }

                words[file] = line[(colon + 1)..];
            }
        }

        return byKey;
    }

    /// <summary>Returns the text of a file.</summary>
    internal static string TextOf(string name)
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream($"vocabulary.{name}.txt")
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The maximum length of a word with the spaces around it, in characters.</summary>
    private const int MaxLength = 64;
}
