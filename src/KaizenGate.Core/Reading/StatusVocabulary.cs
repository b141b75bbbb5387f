using System.Buffers;
using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>
/// What words, signs and boxes mean as a status in a file: by the settings, else by the file's own legend, else by the vocabulary.
/// </summary>
internal sealed class StatusVocabulary
{
    private readonly Dictionary<string, Status> words = [];
    private readonly Dictionary<string, Status> marks = [];
    private readonly Legend? legend;

    /// <param name="options">Has the statuses of words, signs and boxes.</param>
    public StatusVocabulary(ReadingOptions options)
    {
        foreach (var (word, status) in options.Statuses)
        {
            if (Marks.LengthAt(word) > 0)
            {
                marks[Marks.Plain(word)] = status;
            }
            else
            {
                words[TextNormalizer.Normalize(word)] = status;
            }
        }

        foreach (var (content, status) in options.Boxes)
        {
            marks[$"[{Marks.Plain(content)}]"] = status;
        }
    }

    private StatusVocabulary(StatusVocabulary other, Legend legend) =>
        (words, marks, this.legend) = (other.words, other.marks, legend);

    /// <summary>The vocabulary without settings and legend.</summary>
    public static StatusVocabulary BuiltIn { get; } = new(ReadingOptions.Default);

    /// <summary>Returns the vocabulary with a legend in place of any other.</summary>
    public StatusVocabulary With(Legend? legend) => legend is null ? this : new StatusVocabulary(this, legend);

    /// <summary>Returns the status at the start of a value; null when the words there are unknown.</summary>
    public Status? Leading(string value)
    {
        var text = value.AsSpan().Trim();
        var length = Marks.LengthAt(text);
        if (FindWhole(text) is { } whole && (length == 0 || !Marks.IsBox(text)))
        {
            return whole;
        }

        var mark = text[..length];
        var known = OfWords(TextNormalizer.Words(LeadingPart(text[length..])));
        if (known is not null || length == 0)
        {
            return known ?? OfPercentage(text);
        }

        // A cross before unknown words says that something is wrong, not that it will never be done.
        return Defined(mark)
            ?? (
                OfMark(mark) is { } sign && (sign != Status.Rejected || !HasWord(text[length..])) ? sign : (Status?)null
            );
    }

    /// <summary>Returns the status of a value that is only a mark or an answer such as "yes"; null for any other value.</summary>
    public Status? OfAnswer(string value)
    {
        var text = value.AsSpan().Trim();
        var length = Marks.LengthAt(text);
        return length == 0 ? StatusWords.OfAnswer(TextNormalizer.Normalize(text))
            : HasWord(text[length..]) ? null
            : OfMark(text[..length]);
    }

    /// <summary>Returns the status of a check box; null for an unknown one.</summary>
    /// <param name="content">What is between the brackets; a space for an empty box.</param>
    public Status? OfBox(string content) => OfMark($"[{content}]");

    /// <summary>Whether a value only means "not closed", so that an open section can be more specific.</summary>
    public bool IsWeak(string value)
    {
        var normalized = TextNormalizer.Normalize(LeadingPart(value));
        return !words.ContainsKey(normalized) && StatusWords.IsWeak(normalized);
    }

    private Status? OfMark(ReadOnlySpan<char> mark) =>
        Defined(mark) ?? (Marks.IsBox(mark) ? OfBuiltInBox(mark[1..^1]) : StatusWords.OfSign(Marks.Plain(mark)));

    private Status? OfBuiltInBox(ReadOnlySpan<char> content) =>
        Defined(content)
        ?? (words.TryGetValue(TextNormalizer.Normalize(content), out var status) ? status : (Status?)null)
        ?? StatusWords.OfBox(content.ToString());

    /// <summary>Returns the status that the settings or the legend define for a mark.</summary>
    private Status? Defined(ReadOnlySpan<char> mark)
    {
        if (marks.Count == 0 && legend is null)
        {
            return null;
        }

        var plain = Marks.Plain(mark);
        return marks.TryGetValue(plain, out var status) ? status : legend?.StatusOf(plain);
    }

    private Status? OfWords(List<string> found)
    {
        for (var count = Math.Min(found.Count, StatusWords.MostWords); count > 0; count--)
        {
            var phrase = string.Concat(found.Take(count));
            if (Find(phrase) is { } status && (phrase.Length >= ShortestPrefix || !char.IsAscii(phrase[0])))
            {
                return status;
            }
        }

        return null;
    }

    private Status? Find(ReadOnlySpan<char> normalized) =>
        words.Count > 0 && words.TryGetValue(normalized.ToString(), out var status)
            ? status
            : StatusWords.Find(normalized);

    /// <summary>Finds the status of a value that is one of the words, without allocating.</summary>
    private Status? FindWhole(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestWord)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        return Find(buffer[..TextNormalizer.Normalize(value, buffer)]);
    }

    /// <summary>"100%" is done, "0%" to do, and everything between in progress.</summary>
    private static Status? OfPercentage(ReadOnlySpan<char> text)
    {
        var sign = text.IndexOf('%');
        return
            sign is > 0 and <= 4
            && !HasWord(text[(sign + 1)..])
            && int.TryParse(text[..sign], NumberStyles.None, CultureInfo.InvariantCulture, out var percentage)
            ? percentage switch
            {
                0 => Status.ToDo,
                < 100 => Status.InProgress,
                _ => (Status?)Status.Done,
            }
            : null;
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LeadingPart(ReadOnlySpan<char> value)
    {
        value = value.TrimStart();
        var end = value.IndexOfAny(Ends);
        var dash = value.IndexOf(" - ");
        end = end < 0 || (dash >= 0 && dash < end) ? dash : end;
        return end > 0 ? value[..end] : value;
    }

    private static readonly SearchValues<char> Ends = SearchValues.Create("([（,;—–→");

    private const int LongestWord = 40;

    /// <summary>The length from which a Latin word before unknown words is a status: "N/A" is one, "na" in another language not.</summary>
    private const int ShortestPrefix = 3;
}
