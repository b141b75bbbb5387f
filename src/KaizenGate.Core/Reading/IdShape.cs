using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>How certainly a word is an id.</summary>
internal enum IdCertainty
{
    None,

    /// <summary>Only with a separator after it, or in brackets: <c>A1</c>, <c>P1.2.3</c>, <c>#1</c>, <c>imp-1</c>.</summary>
    Separated,

    /// <summary>Even before a title without a separator: <c>TD-1</c>, <c>TD-1.2</c>, <c>T001</c>.</summary>
    Alone,
}

/// <summary>The shapes of ids: a prefix of letters, optional further parts, and a number at the end.</summary>
internal static class IdShape
{
    private const string Digits = "0123456789";

    /// <summary>So many letters before a number without a hyphen; more are rather a word.</summary>
    private const int LongestPrefix = 5;

    /// <summary>So many digits after letters are a number of their own; fewer are rather part of a name, such as B2B or S3.</summary>
    private const int ManyDigits = 3;

    /// <summary>Returns how certainly a word is an id. The names of standards, versions, quarters and priorities are not.</summary>
    public static IdCertainty Of(ReadOnlySpan<char> id)
    {
        if (id.Length > 1 && id[0] == '#')
        {
            return id[1..].ContainsAnyExceptInRange('0', '9') ? IdCertainty.None : IdCertainty.Separated;
        }

        if (id.IsEmpty || !char.IsAsciiLetter(id[0]) || id.ContainsAnyExcept(Characters))
        {
            return IdCertainty.None;
        }

        var hyphen = id.IndexOfAny('-', '_');
        return hyphen < 0 ? OfWord(id) : OfParts(id, hyphen);
    }

    /// <summary>Whether a word in square brackets is an id because its last part has a digit: <c>[DEP-3b7f]</c>.</summary>
    public static bool IsMixed(ReadOnlySpan<char> id)
    {
        var hyphen = id.IndexOfAny('-', '_');
        return hyphen > 0
            && char.IsAsciiLetter(id[0])
            && !id.ContainsAnyExcept(Characters)
            && id[(id.LastIndexOfAny('-', '_') + 1)..].IndexOfAnyInRange('0', '9') >= 0
            && !IsName(id[..hyphen]);
    }

    /// <summary>Whether a word in a column for numbers is more than a number: <c>P1-A</c>.</summary>
    public static bool IsInColumn(ReadOnlySpan<char> id) =>
        !id.IsEmpty
        && char.IsAsciiLetter(id[0])
        && id.IndexOfAnyInRange('0', '9') > 0
        && !id.ContainsAnyExcept(Characters)
        && !(id.IndexOfAny('-', '_') < 0 && IsLevel(id));

    private static IdCertainty OfParts(ReadOnlySpan<char> id, int hyphen)
    {
        var last = id[(id.LastIndexOfAny('-', '_') + 1)..];
        if (!IsNumber(last) || IsName(id[..hyphen]))
        {
            return IdCertainty.None;
        }

        var isUpperCase = !id.ContainsAnyInRange('a', 'z') || char.IsAsciiLetterLower(id[^1]);
        return isUpperCase ? IdCertainty.Alone : IdCertainty.Separated;
    }

    /// <summary>Letters and digits without a hyphen.</summary>
    private static IdCertainty OfWord(ReadOnlySpan<char> id)
    {
        var letters = id.Length - id.TrimStart(Letters).Length;
        var number = id[letters..];
        if (
            letters > LongestPrefix
            || number.IsEmpty
            || !IsNumber(number)
            || id[..letters].ContainsAnyInRange('a', 'z')
            || IsName(id[..letters])
            || IsLevel(id)
        )
        {
            return IdCertainty.None;
        }

        var isOwnNumber = number.StartsWith('0') ? number.Length > 1 : number.Length >= ManyDigits;
        return isOwnNumber && number.TrimStart(Digits).IsEmpty ? IdCertainty.Alone : IdCertainty.Separated;
    }

    /// <summary>A priority, P0 or P1.5, or a quarter, Q1 to Q4.</summary>
    private static bool IsLevel(ReadOnlySpan<char> word) =>
        (word[0] == 'P' && word.Length is 2 or 4 && word.Count('.') == (word.Length - 2) / 2)
        || (word.Length == 2 && word[0] == 'Q' && word[1] is >= '1' and <= '4');

    /// <summary>Whether a part is a number, possibly with a lower-case letter or with further numbers after a point.</summary>
    private static bool IsNumber(ReadOnlySpan<char> part)
    {
        var end = part.Length - (char.IsAsciiLetterLower(part.IsEmpty ? ' ' : part[^1]) ? 1 : 0);
        var number = part[..end];
        return !number.IsEmpty
            && char.IsAsciiDigit(number[0])
            && char.IsAsciiDigit(number[^1])
            && number.TrimStart("0123456789.").IsEmpty;
    }

    private static bool IsName(ReadOnlySpan<char> prefix)
    {
        Span<char> normalized = stackalloc char[prefix.Length];
        return Names.Contains(normalized[..TextNormalizer.Normalize(prefix, normalized)]);
    }

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Letters + Digits + "-_.");

    /// <summary>Names of standards, products and periods that a number follows.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = TextNormalizer
        .Set(
            "utf iso sha md rfc gpt aes cve http tls ssl es ecma ie usb css html pep mp base oauth arm ip ipv wcag covid ascii rsa rs hs cp latin win "
                + "x phase step week part version sprint day tier level stage round year month quarter top option section chapter figure python net node java "
                + "v ver rev vue web llama claude gemini bf fp int uint bit sql lua php"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
