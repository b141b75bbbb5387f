namespace KaizenGate.Core.Reading;

/// <summary>Removes everything that is not part of the title itself: first at the start, then at the end.</summary>
internal sealed class TitleParser(string text, Extent extent)
{
    private int start = extent.Start;
    private int end = extent.End;
    private readonly TitleText title = new();

    public TitleText Parse()
    {
        while (start < end && (Space() || Symbol() || Mark() || Box() || Tag() || Date() || Id() || Ordinal())) { }
        while (start < end && (TrailingSpace() || TrailingDone())) { }

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
            || Current is '“' or '„' or '«' or '‘' or '¿' or '¡' or '「' or '『' or '《'
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
        var (symbol, where) = CheckBox.Read(text, new Extent(start, end - start));
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
        if (LevelWords.OfTag(TextNormalizer.Normalize(word)) is not { } priority || word.Length < 2)
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

        (title.Id, title.IdExtent) = (found.Extent.In(text).ToString(), found.Extent);
        start = found.Next;
        return true;
    }

    /// <summary>Skips <c>4.</c>, <c>4)</c>, <c>4.2</c> and similar.</summary>
    private bool Ordinal()
    {
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

    private bool TrailingSpace()
    {
        if (!char.IsWhiteSpace(text[end - 1]) && text[end - 1] != '\uFE0F')
        {
            return false;
        }

        end--;
        return true;
    }

    /// <summary>Reads a trailing ✅ and the date after it, if any.</summary>
    private bool TrailingDone()
    {
        var rest = Rest;
        if (rest[^1] is '✅' or '☑' or '✔' or '✓')
        {
            title.IsMarkedDone = true;
            end--;
            return true;
        }

        if (rest.Length < 12 || DateText.Leading(rest[^10..]) is not { } date)
        {
            return false;
        }

        var before = rest[..^10].TrimEnd().TrimEnd('\uFE0F');
        if (before.IsEmpty || before[^1] is not ('✅' or '☑' or '✔' or '✓'))
        {
            return false;
        }

        (title.DoneDate, title.DateExtent) = (date, new Extent(end - 10, 10));
        title.IsMarkedDone = true;
        end = start + before.Length - 1;
        return true;
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
