using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>Reads ids at the start of a title: <c>[IMP-001]</c>, <c>IMP-12:</c>, <c>KZN-3 —</c>, <c>**PAY-03**:</c>, <c>TKT-API-002 …</c>, <c>#1 —</c>.</summary>
internal static class IdText
{
    private const int MaxLength = 40;

    /// <summary>Returns the id at a position and where the title continues; null when there is none.</summary>
    public static (Extent Extent, int Next)? Read(string text, int start, int end)
    {
        if (text[start] == '[')
        {
            return Bracketed(text, start, end);
        }

        var length = Length(text, start, end);
        if (length == 0)
        {
            return null;
        }

        var extent = new Extent(start, length);
        var separated = SkipSeparator(text, extent.End, end);
        var isSeparated = separated > extent.End || extent.End == end;
        var isNumber = text[start] == '#';
        return isSeparated && (isNumber || HasIdShape(extent.In(text), lastMayMix: false)) ? (extent, separated)
            : !isNumber
            && IsApart(text, extent.End)
            && IsUpperCase(extent.In(text))
            && HasIdShape(extent.In(text), lastMayMix: false)
                ? (extent, extent.End)
            : null;
    }

    /// <summary>Returns the position after the emphasis, colon or dash that follows an id; the same position when there is none.</summary>
    public static int SkipSeparator(string text, int position, int end)
    {
        var next = position;
        while (next < end && text[next] is '*' or '_' or '~' or '`')
        {
            next++;
        }

        var marks = next;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next < end && text[next] is ':' or '：' or '—' or '–' or '|')
        {
            return next + 1;
        }

        var isDash =
            next < end && text[next] == '-' && next > marks && (next + 1 == end || char.IsWhiteSpace(text[next + 1]));
        return isDash ? next + 1 : position;
    }

    private static (Extent Extent, int Next)? Bracketed(string text, int start, int end)
    {
        var close = text.AsSpan(start, Math.Min(end - start, MaxLength + 2)).IndexOf(']');
        if (close <= 1)
        {
            return null;
        }

        var extent = new Extent(start + 1, close - 1);
        var inside = extent.In(text);
        var isId =
            inside[0] == '#'
                ? inside.Length > 1 && !inside[1..].ContainsAnyExceptInRange('0', '9')
                : HasIdShape(inside, lastMayMix: true);
        if (!isId)
        {
            return null;
        }

        var next = start + close + 1;
        if (
            next < end
            && text[next] == '('
            && text.AsSpan(next, Math.Min(end - next, 500)).IndexOf(')') is > 0 and var target
        )
        {
            next += target + 1; // The id is a link.
        }

        return (extent, SkipSeparator(text, next, end));
    }

    private static int Length(string text, int start, int end)
    {
        var position = start;
        if (text[start] == '#')
        {
            position++;
            while (position < end && char.IsAsciiDigit(text[position]))
            {
                position++;
            }

            return position > start + 1 ? position - start : 0;
        }

        while (
            position < end
            && position - start <= MaxLength
            && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '-' or '_')
        )
        {
            position++;
        }

        while (position > start && text[position - 1] is '_' or '-')
        {
            position--;
        }

        return position - start > MaxLength ? 0 : position - start;
    }

    /// <summary>An id is a prefix of letters, optional further parts and a last part of digits. Periods and the names of standards are not prefixes.</summary>
    private static bool HasIdShape(ReadOnlySpan<char> id, bool lastMayMix)
    {
        if (id.IsEmpty || !char.IsAsciiLetter(id[0]) || id.ContainsAnyExcept(IdCharacters))
        {
            return false;
        }

        var first = id.IndexOfAny('-', '_');
        if (first < 0)
        {
            var letters = id.Length - id.TrimStart(Letters).Length;
            return lastMayMix
                && letters >= 2
                && letters < id.Length
                && !id[letters..].ContainsAnyExceptInRange('0', '9');
        }

        var last = id[(id.LastIndexOfAny('-', '_') + 1)..];
        var digits = last.Length - last.TrimStart("0123456789").Length;
        var isNumber =
            digits > 0 && (digits == last.Length || (digits == last.Length - 1 && char.IsAsciiLetterLower(last[^1])));
        var isMixed = lastMayMix && last.IndexOfAnyInRange('0', '9') >= 0;
        return (isNumber || isMixed) && !NoPrefix.Contains(TextNormalizer.Normalize(id[..first]));
    }

    private static bool IsUpperCase(ReadOnlySpan<char> id) =>
        !id.ContainsAnyInRange('a', 'z') || char.IsAsciiLetterLower(id[^1]);

    private static bool IsApart(string text, int position) =>
        position < text.Length && char.IsWhiteSpace(text[position]);

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(Letters + "0123456789-_.");

    private static readonly HashSet<string> NoPrefix = (
        "utf iso sha md rfc gpt aes cve http tls ssl es ecma ie usb css html pep mp base oauth arm ip ipv wcag covid ascii rsa rs hs cp latin win "
        + "x phase step week part version sprint day tier level stage round year month quarter top option section chapter figure python net node java"
    )
        .Split(' ')
        .ToHashSet();
}
