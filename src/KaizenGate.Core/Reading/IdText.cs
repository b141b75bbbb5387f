using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads ids at the start of a title: <c>[IMP-001]</c>, <c>IMP-12:</c>, <c>KZN-3 —</c>, <c>**PAY-03** …</c>, <c>(A-7) …</c>,
/// <c>TKT-API-002 …</c>, <c>T001 …</c>, <c>A1. …</c>, <c>#1 —</c>.
/// </summary>
internal static class IdText
{
    private const int MaxLength = 40;
    private const int LongestTarget = 500;

    /// <summary>Returns the id at a position and where the title continues; null when there is none.</summary>
    public static (Extent Extent, int Next)? Read(string text, int start, int end)
    {
        if (text[start] is Transcription.IdOpen)
        {
            var close = text.IndexOf(Transcription.IdClose, start, end - start);
            var idEnd = text.IndexOf(Transcription.IdentityMark, start, Math.Max(0, close - start));
            return close > start + 1
                ? (new Extent(start + 1, (idEnd < 0 ? close : idEnd) - start - 1), close + 1)
                : null;
        }

        if (text[start] is '[' or '(')
        {
            return Bracketed(text, start, end);
        }

        if (text[start] == '`')
        {
            return
                start + 1 < end
                && Read(text, start + 1, end) is { } code
                && code.Extent.End < end
                && text[code.Extent.End] == '`'
                ? code
                : null;
        }

        var length = Length(text, start, end);
        if (length == 0)
        {
            return null;
        }

        var extent = new Extent(start, length);
        var certainty = IdShape.Of(extent.In(text));
        var separated = extent.End == end ? end : Separated(text, start, extent.End, end);
        return certainty == IdCertainty.None ? null
            : separated is { } next ? (extent, next)
            : certainty == IdCertainty.Alone && char.IsWhiteSpace(text[extent.End]) ? (extent, extent.End)
            : null;
    }

    /// <summary>Returns the id in a cell without the marks around it; null for a placeholder or an empty cell.</summary>
    /// <param name="cell">The place of the cell.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="mustHaveShape">Whether a bare number is not an id, as in a column that only counts the rows.</param>
    public static Extent? OfCell(Extent cell, string text, bool mustHaveShape)
    {
        var (start, end) = (cell.Start, cell.End);
        if (PlainText.Of(cell.In(text)) is var plain && Placeholders.Matches(plain) && plain is not ['[', .., ']'])
        {
            return null;
        }

        while (start < end && (text[start] is '*' or '_' or '~' or '`' or '[' or '(' or ' ' or '<'))
        {
            start += Math.Max(1, TagLength(text.AsSpan(start, end - start)));
        }

        var stop = start;
        while (
            stop < end && text[stop] is not (']' or ')' or '*' or '~' or '`' or '<') && !char.IsWhiteSpace(text[stop])
        )
        {
            stop++;
        }

        var id = new Extent(start, stop - start);
        return id.Length == 0 || (mustHaveShape && !IdShape.IsInColumn(id.In(text))) ? null : id;
    }

    /// <summary>Returns the length of an HTML tag at the start of a text, such as an anchor; 0 when there is none.</summary>
    public static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<' || !(char.IsAsciiLetter(text[1]) || text[1] == '/'))
        {
            return 0;
        }

        var close = text[..Math.Min(text.Length, LongestTarget)].IndexOf('>');
        return close + 1;
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

    /// <summary>Returns where the title continues after an id that is separated from it; null when it is not.</summary>
    private static int? Separated(string text, int start, int position, int end)
    {
        var separated = SkipSeparator(text, position, end);
        if (separated > position)
        {
            return separated;
        }

        // The emphasis around the id ends: **QA-01** Title.
        if (start > 0 && text[position] is '*' or '_' or '`' && text[start - 1] == text[position])
        {
            return position + (text[position] == '`' ? 1 : 0);
        }

        var isPoint =
            text[position] is '.' or ')' or '、' or '．'
            && (position + 1 == end || char.IsWhiteSpace(text[position + 1]) || text[position] is '、' or '．');
        return isPoint ? position + 1 : null;
    }

    private static (Extent Extent, int Next)? Bracketed(string text, int start, int end)
    {
        var isSquare = text[start] == '[';
        var close = text.AsSpan(start, Math.Min(end - start, MaxLength + 2)).IndexOf(isSquare ? ']' : ')');
        if (close <= 1)
        {
            return null;
        }

        var extent = new Extent(start + 1, close - 1);
        var inside = extent.In(text);
        if (IdShape.Of(inside) == IdCertainty.None && !(isSquare && IdShape.IsMixed(inside)))
        {
            return null;
        }

        var next = start + close + 1;
        if (
            isSquare
            && next < end
            && text[next] == '('
            && text.AsSpan(next, Math.Min(end - next, LongestTarget)).IndexOf(')') is > 0 and var target
        )
        {
            next += target + 1; // The id is a link.
        }

        return (extent, SkipSeparator(text, next, end));
    }

    private static int Length(string text, int start, int end)
    {
        var position = start + (text[start] == '#' ? 1 : 0);
        while (
            position < end
            && position - start <= MaxLength
            && (
                char.IsAsciiLetterOrDigit(text[position])
                || text[position] is '-' or '_'
                || (
                    text[position] == '.'
                    && position > start
                    && char.IsAsciiDigit(text[position - 1])
                    && position + 1 < end
                    && char.IsAsciiDigit(text[position + 1])
                )
            )
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
}
