namespace KaizenGate.Core.Reading;

/// <summary>Who does the work of a section by its heading: <c>Owner: Ana</c>, <c>鈴木担当（1-5）</c>.</summary>
internal static class SectionOwner
{
    private const int LongestName = 30;

    /// <summary>Returns the name; null when the heading has none.</summary>
    public static string? Of(string heading)
    {
        var end = heading.AsSpan().IndexOfAny('(', '（');
        var phrase = end > 0 ? heading.AsSpan(0, end).TrimEnd() : heading;
        var colon = phrase.IndexOfAny(':', '：');
        if (colon > 0)
        {
            return colon < LongestName && Labels.ContainsText(phrase[..colon]) ? Name(phrase[(colon + 1)..]) : null;
        }

        if (phrase.IsEmpty || !Lexicon.IsNotLatin(phrase[^1..]))
        {
            return null;
        }

        // Languages that write words together put the label last.
        foreach (var label in Suffixes.Value)
        {
            if (phrase.EndsWith(label) && phrase.Length > label.Length)
            {
                return Name(phrase[..^label.Length]);
            }
        }

        return null;
    }

    private static string? Name(ReadOnlySpan<char> text)
    {
        var name = text.Trim().TrimStart('@');
        return name.Length is > 0 and <= LongestName ? name.ToString() : null;
    }

    private static readonly WordIndex<bool> Labels = Lexicon.Set("field.owner");

    private static readonly Lazy<string[]> Suffixes = new(() =>
        [.. Lexicon.NotLatin.SelectMany(language => Lexicon.Words("field.owner", language)).Where(IsJoined)]
    );

    private static bool IsJoined(string label) => label[0] is >= '\u3040' and <= '\u9FFF';
}
