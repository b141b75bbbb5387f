using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>
/// The words that the reader knows, in all languages at once. Each language is a text file in <c>Vocabulary</c>: one line a key, with its
/// words separated by commas; a line that begins with # is a remark. <c>emoji.txt</c> has what is the same in all languages. A file is
/// read when a word in its script is looked up.
/// </summary>
internal static class Lexicon
{
    /// <summary>The languages in Latin script, in the order in which their words are looked up: a word of two keeps its first meaning.</summary>
    public static ImmutableArray<string> Latin { get; } = ["en", "de", "fr", "es", "pt", "it", "fi"];

    /// <summary>The languages in other scripts, in the order of the look-up.</summary>
    public static ImmutableArray<string> NotLatin { get; } = ["ru", "ja", "zh-Hans", "zh-Hant", "ko"];

    public static ImmutableArray<string> Languages { get; } = [.. Latin, .. NotLatin];

    /// <summary>The name of the file of signs.</summary>
    public const string Emoji = "emoji";

    private static readonly Dictionary<string, Lazy<Dictionary<string, ReadOnlyMemory<char>>>> Files = Languages
        .Append(Emoji)
        .ToDictionary(name => name, name => new Lazy<Dictionary<string, ReadOnlyMemory<char>>>(() => Load(name)));

    /// <summary>Whether a normalized word can only be in a file of another script.</summary>
    public static bool IsNotLatin(ReadOnlySpan<char> word) => !word.IsEmpty && word[0] >= '\u0370';

    /// <summary>Returns the words of a key in all languages; none for an unknown key.</summary>
    public static IEnumerable<string> Words(string key) => Languages.SelectMany(language => Words(key, language));

    /// <summary>Returns the words of a key in a file; none for an unknown key.</summary>
    public static List<string> Words(string key, string file)
    {
        var found = new List<string>();
        var words = In(file, key);
        foreach (var range in words.Split(','))
        {
            if (words[range].Trim() is { IsEmpty: false } word)
            {
                found.Add(word.ToString());
            }
        }

        return found;
    }

    /// <summary>Returns the words of a key in a file, separated by commas; empty for an unknown key.</summary>
    public static ReadOnlySpan<char> In(string file, string key) =>
        Files[file].Value.TryGetValue(key, out var words) ? words.Span : default;

    /// <summary>Returns the normalized words of a key.</summary>
    public static WordIndex<bool> Set(string key) => new([(true, key)]);

    /// <summary>Indexes the words of keys by their normalized form, language by language; a word of two keys keeps the first.</summary>
    public static WordIndex<T> Index<T>(params (T Value, string Key)[] keys) => new(keys);

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

    private static Dictionary<string, ReadOnlyMemory<char>> Load(string name)
    {
        var byKey = new Dictionary<string, ReadOnlyMemory<char>>(100);
        var text = TextOf(name).AsMemory();
        foreach (var range in text.Span.Split('\n'))
        {
            var line = text[range];
            var colon = line.Span.IndexOf(':');
            if (colon > 0 && line.Span[0] != '#')
            {
                byKey.Add(line.Span[..colon].ToString(), line[(colon + 1)..]);
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
}
