using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>The status at the end of a title.</summary>
/// <param name="Text">As written, without markup.</param>
/// <param name="HasReason">Whether it says more than the status, a date and a reference.</param>
internal readonly record struct TitleStatus(Status Status, string Text, Extent Extent, bool HasReason);

/// <summary>A status at the end of a title: <c>✅ Done (2026-08-20)</c>, <c>shipped in v1.2</c>, <c>blocked by the vendor</c>.</summary>
/// <param name="Date">The date in the remark; null when it has none.</param>
/// <param name="DateExtent">The place of the date in the remark.</param>
/// <param name="HasReason">Whether the remark says more than the status, a date and a reference.</param>
internal readonly record struct TitleRemark(Status Status, DateOnly? Date, Extent DateExtent, bool HasReason)
{
    private const int Longest = 160;
    private const int MostStatusWords = 4;

    /// <summary>A longer text explains the title and does not mark it.</summary>
    private const int MostReasonWords = 8;

    /// <summary>Returns the status that a remark states; null when it is something else than a status with its date, version or reason.</summary>
    public static TitleRemark? Read(ReadOnlySpan<char> remark)
    {
        remark = remark.Trim();
        if (remark.IsEmpty || remark.Length > Longest || !MayBeStatus(remark))
        {
            return null;
        }

        var date = DateForms.First(remark, DateOrder.Unknown);
        var rest = date is { } found ? $"{remark[..found.Start]} {remark[found.End..]}" : remark.ToString();
        var signs = LeadingSign(rest, out var length);
        var words = new List<string>();
        foreach (var word in rest.AsSpan(length).ToString().Split(Spaces, StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(word);
        }

        if (words.Count > 0)
        {
            return StatusOf(words, isMarked: date is not null || signs is not null) is var (said, hasReason)
                ? new TitleRemark(said, date?.Date, ExtentOf(date), hasReason)
                : null;
        }

        return signs is { } known ? new TitleRemark(known, date?.Date, ExtentOf(date), false) : null;
    }

    /// <summary>Quickly excludes remarks whose first word does not begin the words for a status.</summary>
    private static bool MayBeStatus(ReadOnlySpan<char> remark)
    {
        var start = 0;
        while (start < remark.Length && !char.IsLetter(remark[start]))
        {
            start++;
        }

        if (start == remark.Length || remark[start] >= FirstUnspaced)
        {
            return remark.ContainsAnyExceptInRange('\0', '\x7F'); // A sign, or a script without spaces.
        }

        var word = remark[start..];
        var length = word.IndexOfAny(Spaces);
        word = length < 0 ? word : word[..length];
        Span<char> normalized = stackalloc char[LongestWord];
        return word.Length <= LongestWord
            && StatusWords.CanBegin(normalized[..TextNormalizer.Normalize(word, normalized)]);
    }

    private const int LongestWord = 40;

    /// <summary>The first character of the scripts that write no spaces between words.</summary>
    private const char FirstUnspaced = '\u2E80';

    /// <summary>Whether a remark only refers to a version, a change or a commit, such as <c>v1.2.0</c> or <c>PR #12</c>.</summary>
    public static bool IsReference(ReadOnlySpan<char> remark)
    {
        var words = remark.ToString().Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 4 && Array.TrueForAll(words, IsReferenceWord);
    }

    private static Extent ExtentOf(DateForms.Found? date) =>
        date is { } found ? new Extent(found.Start, found.End - found.Start) : default;

    /// <summary>Returns the status at the start of words, and whether the rest says more than a reference; null when the rest is something else.</summary>
    private static (Status Status, bool HasReason)? StatusOf(List<string> words, bool isMarked)
    {
        for (var count = Math.Min(words.Count, MostStatusWords); count > 0; count--)
        {
            var joined = TextNormalizer.Normalize(string.Concat(words.Take(count)));
            if (StatusWords.Find(joined) is { } status)
            {
                var isReference = words.Skip(count).All(IsReferenceWord);
                return
                    Vague.Contains(joined)
                    || StatusWords.IsAmbiguous(joined, status, isAlone: !isMarked && words.Count == count)
                    || !(isReference || IsReason(words, count, status))
                    ? null
                    : (status, !isReference);
            }
        }

        return null;
    }

    /// <summary>Whether the words after a status say when, where or why.</summary>
    private static bool IsReason(List<string> words, int from, Status status) =>
        status is Status.Done or Status.Deferred or Status.Rejected
        && words.Count - from <= MostReasonWords
        && (words[from - 1] is [.., ':' or ',' or ';'] || Links.Contains(TextNormalizer.Normalize(words[from])));

    /// <summary>Whether a word is a reference or a small word before one.</summary>
    private static bool IsReferenceWord(string word)
    {
        var bare = word.AsSpan().Trim("()[],;.:`*-–—#");
        return bare.IsEmpty
            || !bare.ContainsAnyExceptInRange('0', '9')
            || Links.Contains(TextNormalizer.Normalize(bare))
            || IsVersion(bare)
            || IdShape.Of(bare) != IdCertainty.None
            || (bare.Length >= 7 && !bare.ContainsAnyExcept(Hexadecimal) && bare.IndexOfAnyInRange('0', '9') >= 0);
    }

    private static bool IsVersion(ReadOnlySpan<char> word)
    {
        var number = word[0] is 'v' or 'V' ? word[1..] : word;
        return !number.IsEmpty && char.IsAsciiDigit(number[0]) && !number.ContainsAnyExcept(VersionCharacters);
    }

    /// <summary>Returns the status of the signs at the start of a text, and their length; null when they have none.</summary>
    private static Status? LeadingSign(string text, out int length)
    {
        Status? status = null;
        for (length = 0; length < text.Length; )
        {
            var width = char.IsSurrogatePair(text, length) ? 2 : 1;
            if (
                width == 1
                && (text[length] < 0x80 ? text[length] is not (' ' or '*' or '_') : char.IsLetterOrDigit(text[length]))
            )
            {
                break;
            }

            status ??= text[length] < 0x80 ? null : CheckBox.StatusOf(text.Substring(length, width));
            length += width;
        }

        return status;
    }

    private static readonly char[] Spaces = [' ', '\t', '\n', '\r', '\u00A0'];

    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.x");

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Words that are a status in a heading, but in a title as often say where the improvement comes from.</summary>
    private static readonly HashSet<string> Vague = TextNormalizer.Set("accepted backlog");

    private static readonly HashSet<string> Links = TextNormalizer.Set(
        "in on at by since as of via with per to from for until till due because see pr commit version release sprint phase week am im in mit seit bis wegen durch siehe "
            + "le la en el por para desde hasta debido par pour depuis jusqua em desde pelo pela ate il da di per fino в с из до для по 于 於 在 に で から まで"
    );
}
