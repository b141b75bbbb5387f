namespace KaizenGate.Core.Reading.Vocabulary;

/// <summary>
/// The words that the reader knows, in all languages at once. Each language is a text file in this folder: one line a key, with its words
/// separated by commas; a line that begins with # is a remark.
/// </summary>
internal static class Lexicon
{
    /// <summary>The languages in the order in which their words are looked up: a word that two list keeps its first meaning.</summary>
    public static ImmutableArray<string> Languages { get; } =
    ["en", "de", "fr", "es", "pt", "it", "ru", "ja", "zh-Hans", "zh-Hant", "ko", "fi"];

    private static readonly Dictionary<string, string> ByKey = Load();

    /// <summary>Returns the words of a key in all languages, separated by commas; empty for an unknown key.</summary>
    public static string Words(string key) => ByKey.GetValueOrDefault(key, "");

    /// <summary>Indexes the words of keys by their normalized form; a word of two keys keeps the first.</summary>
    public static Dictionary<string, T> Index<T>(params ReadOnlySpan<(T Value, string Key)> keys)
    {
        var lists = new List<(T, string)>(keys.Length);
        foreach (var (value, key) in keys)
        {
            lists.Add((value, Words(key)));
        }

        return TextNormalizer.Index(lists);
    }

    private static Dictionary<string, string> Load()
    {
        var words = new Dictionary<string, string>(128);
        foreach (var language in Languages)
        {
            using var stream =
                typeof(Lexicon).Assembly.GetManifestResourceStream($"vocabulary.{language}.txt")
                ?? throw new InvalidOperationException($"The vocabulary of {language} is not embedded.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && line[0] != '#')
                {
                    var key = line[..colon];
                    var list = line[(colon + 1)..].Trim();
                    words[key] = words.TryGetValue(key, out var known) ? $"{known}, {list}" : list;
                }
            }
        }

        return words;
    }
}
