using System.Buffers;
using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>Removes everything that is not part of the title itself: first at the start, then at the end.</summary>
internal ref struct TitleParser(string text, Extent extent, Labels labels)
{
    private int start = extent.Start;
    private int end = extent.End;
    private readonly TitleText title = new();

    public TitleText Parse()
    {
        while (
            start < end
            && (
                Space()
                || Symbol()
                || Html()
                || Mark()
                || Box()
                || Tag()
                || Date()
                || Id()
                || TagAfterId()
                || Ordinal()
                || Link()
            )
        ) { }

        end = start < end ? new TitleTail(text, title, labels, start, end).Take() : end;
        TrailingMarks();
        title.Extent = Extent.Trimmed(text, start, end);
        title.Title = PlainText.Of(title.Extent.In(text));
        return title;
    }

    private char Current => text[start];

    private ReadOnlySpan<char> Rest => text.AsSpan(start, end - start);

    private bool Space() => Advance(char.IsWhiteSpace(Current) ? 1 : 0);

    /// <summary>Skips emoji and other symbols at the start.</summary>
    private bool Symbol()
    {
        if (
            Current < 0x80
            || char.IsLetterOrDigit(Current)
            || Current is '“' or '„' or '«' or '‘' or '¿' or '¡' or '「' or '『' or '《' or Transcription.IdOpen
        )
        {
            return false;
        }

        if (char.IsHighSurrogate(Current) && start + 1 < end && char.IsLetter(text, start))
        {
            return false;
        }

        title.BeginsWithDoneSign |= Current is '✅' or '☑' or '✔' or '✓';
        return Advance(1);
    }

    /// <summary>Skips emphasis around the title or around an id.</summary>
    private bool Mark()
    {
        if (Rest.StartsWith("~~"))
        {
            title.IsStruck = IsEntirelyStruck(Rest);
            return Advance(2);
        }

        return Rest.StartsWith("**") || Rest.StartsWith("__")
            ? Advance(2)
            : Current is '*' && Rest.Length > 1 && !char.IsWhiteSpace(Rest[1]) && Advance(1);
    }

    /// <summary>Whether at most a remark follows the text that is struck through: <c>~~old~~ (superseded)</c>, not <c>~~old~~ new</c>.</summary>
    private static bool IsEntirelyStruck(ReadOnlySpan<char> rest)
    {
        while (rest.StartsWith("~~"))
        {
            var close = rest[2..].IndexOf("~~");
            if (close < 0)
            {
                return false;
            }

            rest = rest[(close + 4)..].TrimStart();
        }

        return rest.IsEmpty || !(char.IsLetterOrDigit(rest[0]) || rest[0] is '`');
    }

    private bool Box()
    {
        var (symbol, where) = CheckBox.Read(text, new Extent(start, end - start), labels);
        if (symbol is null || title.Box is not null)
        {
            return false;
        }

        (title.Box, title.BoxExtent, start) = (symbol, where, where.End);
        return true;
    }

    /// <summary>Reads <c>[P2]</c>, or <c>P2:</c>.</summary>
    private bool Tag()
    {
        if (title.Tag is not null)
        {
            return false;
        }

        var rest = Rest;
        var inBrackets = rest.Length >= 4 && rest[0] is '[' or '(' && rest[3] is ']' or ')';
        var word = inBrackets ? rest.Slice(1, 2) : rest[..Math.Min(2, rest.Length)];
        Span<char> normal = stackalloc char[2];
        if (LevelWords.OfTag(normal[..TextNormalizer.Normalize(word, normal)]) is not { } priority)
        {
            return false;
        }

        var width = inBrackets ? 4 : Separator(2);
        if (width == 0)
        {
            return false;
        }

        (title.Tag, title.TagExtent) = (priority, new Extent(start + (inBrackets ? 1 : 0), 2));
        return Advance(width);
    }

    private bool Date()
    {
        if (title.LeadingDate is not null || DateText.Leading(Rest) is not { } date)
        {
            return false;
        }

        var width = Separator(10);
        if (width == 0 && Rest.Length > 10 && !char.IsWhiteSpace(Rest[10]))
        {
            return false;
        }

        (title.LeadingDate, title.DateExtent) = (date, new Extent(start, 10));
        return Advance(Math.Max(width, 10));
    }

    private bool Id()
    {
        if (title.Id is not null || IdText.Read(text, start, end) is not { } found)
        {
            return false;
        }

        if (found.Extent.Length > 0)
        {
            (title.Id, title.IdExtent) = (found.Extent.In(text).ToString(), found.Extent);
        }

        if (Current is Transcription.IdOpen && text[found.Extent.End] is Transcription.IdentityMark)
        {
            title.Identity = text[(found.Extent.End + 1)..(found.Next - 1)];
        }

        start = found.Next;
        return true;
    }

    /// <summary>Skips HTML tags such as anchors.</summary>
    private bool Html() => Current == '<' && IdText.TagLength(Rest) is > 0 and var length && Advance(length);

    /// <summary>Skips <c>[P]</c> and <c>[US1]</c> after an id.</summary>
    private bool TagAfterId()
    {
        if (title.Id is null || Current != '[')
        {
            return false;
        }

        var close = Rest[..Math.Min(Rest.Length, LongestTag)].IndexOf(']');
        return close > 1
            && (close + 1 == Rest.Length || char.IsWhiteSpace(Rest[close + 1]))
            && !Rest[1..close].ContainsAnyExcept(TagCharacters)
            && Advance(close + 1);
    }

    /// <summary>Enters a link that is the whole title and begins with an id.</summary>
    private bool Link()
    {
        if (Current != '[' || Rest[^1] != ')' || title.Id is not null)
        {
            return false;
        }

        var close = Rest.IndexOf("](");
        if (
            close <= 1
            || IdText.Read(text, start + 1, start + close) is null
            || Rest[1..close].IndexOfAny('[', ']') >= 0
            || Rest[(close + 2)..^1].IndexOfAny('(', ')') >= 0
        )
        {
            return false;
        }

        end = start + close;
        return Advance(1);
    }

    private const int LongestTag = 8;

    private static readonly SearchValues<char> TagCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
    );

    /// <summary>Skips <c>4.</c>, <c>4)</c>, <c>4.2</c>, <c>4️⃣</c> and similar.</summary>
    private bool Ordinal()
    {
        if (Rest.Length > 2 && char.IsAsciiDigit(Current) && Rest[1..].TrimStart('\uFE0F') is ['\u20E3', ..])
        {
            return Advance(Rest[1] == '\u20E3' ? 2 : 3);
        }

        var length = 0;
        while (
            length < Rest.Length
            && length < 12
            && (char.IsAsciiDigit(Rest[length]) || (length > 0 && Rest[length] is '.' or ')'))
        )
        {
            length++;
        }

        var isOrdinal =
            length > 1
            && Rest[..length].IndexOfAny('.', ')') > 0
            && (length == Rest.Length || char.IsWhiteSpace(Rest[length]) || Rest[length] is '*' or '~' or '_');
        return isOrdinal && Advance(length);
    }

    private void TrailingMarks()
    {
        while (end > start && text[end - 1] is '*' or '~')
        {
            end--;
        }
    }

    /// <summary>Returns the length of a prefix with the separator after it; 0 when no separator follows.</summary>
    private int Separator(int prefix)
    {
        var position = start + prefix;
        return IdText.SkipSeparator(text, position, end) is var next && next > position ? next - start : 0;
    }

    private bool Advance(int width)
    {
        start += width;
        return width > 0;
    }
}
