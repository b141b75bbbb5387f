using System.Buffers;
using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>Takes what follows a title off it: a status with its date, a date, fields, marks of completion.</summary>
/// <param name="start">Where the title begins.</param>
/// <param name="end">Where the text ends.</param>
internal ref struct TitleTail(string text, TitleText title, Labels labels, int start, int end)
{
    private const int LongestGroup = TitleGroup.Longest;
    private const int MostParts = 12;
    private int parts;

    /// <summary>Returns where the title ends. Something always remains of it.</summary>
    public int Take()
    {
        while (end > start && parts < MostParts && Step()) { }

        Tag();
        return end;
    }

    /// <summary>Reads a tag before other remarks, <c>Title [P1] (why)</c>; it remains in the title.</summary>
    private void Tag()
    {
        var open = Rest.LastIndexOf(" [");
        var close = open < 0 ? -1 : Rest[open..].IndexOf(']');
        if (
            open > 0
            && close is > 2 and < LongestGroup
            && open + close + 1 < Rest.Length
            && Rest[open + close + 1] == ' '
        )
        {
            TitleFields.Read(text, new Extent(start + open + 2, close - 2), labels, isInBrackets: true, title);
        }
    }

    private ReadOnlySpan<char> Rest => text.AsSpan(start, end - start);

    private bool Step()
    {
        if (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '\uFE0F' or '*')
        {
            end--;
            return true;
        }

        parts++;
        return Struck() || Group() || Sign() || Dated() || Separated() || Person();
    }

    private bool Struck()
    {
        if (!Rest.EndsWith("~~"))
        {
            return false;
        }

        end -= 2;
        return true;
    }

    /// <summary>Takes the brackets at the end off, if their content is known.</summary>
    private bool Group()
    {
        if (TitleGroup.Opening(text, start, end) is not { } open || !HasTitle(open))
        {
            return false;
        }

        var inside = new Extent(open + 1, end - open - 2);
        if (Status(inside) || OnlyDate(inside) || TitleFields.Read(text, inside, labels, isInBrackets: true, title))
        {
            end = open;
            return true;
        }

        return title.Remark is null && TitleRemark.IsReference(inside.In(text)) && KnownBefore(open, isReference: true);
    }

    /// <summary>
    /// A version or a change in brackets belongs to a status before it, <c>✅ DONE 2026-06-11 (v1.12.0)</c>, and a sign to anything known
    /// before it; otherwise it is part of the title.
    /// </summary>
    private bool KnownBefore(int position, bool isReference)
    {
        var last = end;
        end = position;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (
            parts++ < MostParts
            && (Group() || (isReference && (Sign() || Separated())))
            && (!isReference || title.Remark is not null)
        )
        {
            return true;
        }

        end = last;
        return false;
    }

    /// <summary>Takes a status after a sign off, <c>✅ DONE 2026-06-11</c>, or a sign alone.</summary>
    private bool Sign()
    {
        // Most titles have none, which is found out much faster in this way.
        var at = Ascii.IsValid(Rest) ? -1 : Rest.LastIndexOfAny(SignStarts);
        if (at <= 0 || Rest.Length - at > LongestGroup)
        {
            return false;
        }

        var width = char.IsHighSurrogate(Rest[at]) && at + 1 < Rest.Length ? 2 : 1;
        var sign = Rest.Slice(at, width).ToString();
        var after = Extent.Trimmed(text, start + at + width + (IsSelector(at + width) ? 1 : 0), end);
        if (CheckBox.StatusOf(sign) is not { } status)
        {
            return after.Length == 0 && HasTitle(start + at) && KnownBefore(start + at, isReference: false);
        }

        if (!HasTitle(start + at))
        {
            return false;
        }

        if (after.Length == 0)
        {
            Mark(status, new Extent(start + at, width));
            return Cut(start + at);
        }

        return (Status(after) || (DoneOn(after) && Mark(status, new Extent(start + at, width)))) && Cut(start + at);
    }

    /// <summary>Takes a date with its sign off: 📅 due, ➕ created, 🛫 started.</summary>
    private bool Dated()
    {
        if (!char.IsAsciiDigit(text[end - 1]) || Rest.Length < 12 || DateText.Leading(Rest[^10..]) is null)
        {
            return false;
        }

        var before = Rest[..^10].TrimEnd().TrimEnd('\uFE0F');
        foreach (var (sign, field) in DateSigns)
        {
            if (before.EndsWith(sign) && HasTitle(start + before.Length - sign.Length))
            {
                var extent = new Extent(end - 10, 10);
                title.Add(new FoundField(field, field.Spelling, extent.In(text).ToString(), extent, 0));
                return Cut(start + before.Length - sign.Length);
            }
        }

        return false;
    }

    /// <summary>Takes what follows the last dash or bar off, if it is known.</summary>
    private bool Separated()
    {
        var rest = Rest;
        var from = rest.Length;
        while (
            from > 0 && rest[..from].LastIndexOfAny(Separators) is > 0 and var at && rest.Length - at <= LongestGroup
        )
        {
            if (char.IsWhiteSpace(rest[at - 1]) && (at + 1 == rest.Length || char.IsWhiteSpace(rest[at + 1])))
            {
                var tail = Extent.Trimmed(text, start + at + 1, end);
                return HasTitle(start + at)
                    && (
                        tail.Length == 0
                        || Status(tail)
                        || OnlyDate(tail)
                        || TitleFields.Read(text, tail, labels, isInBrackets: false, title)
                    )
                    && Cut(start + at);
            }

            from = at;
        }

        return false;
    }

    /// <summary>Takes <c>@name</c> and <c>#tag</c> off.</summary>
    private bool Person()
    {
        var at = Rest.LastIndexOfAny(' ', '\u00A0');
        if (at <= 0 || at + 2 >= Rest.Length || Rest[at + 1] is not ('@' or '#'))
        {
            return false;
        }

        return TitleFields.Read(
                text,
                new Extent(start + at + 1, Rest.Length - at - 1),
                labels,
                isInBrackets: true,
                title
            ) && Cut(start + at);
    }

    private bool Status(Extent extent)
    {
        if (TitleRemark.Read(extent.In(text)) is not { } remark)
        {
            return false;
        }

        if (remark.Date is { } date && remark.Status is Backlogs.Status.Done)
        {
            var raw = extent.In(text);
            var offset = raw.Length - raw.TrimStart().Length;
            Done(date, new Extent(extent.Start + offset + remark.DateExtent.Start, remark.DateExtent.Length));
        }

        return Mark(remark.Status, extent, remark.HasReason);
    }

    /// <summary>The first status from the end counts.</summary>
    private bool Mark(Status status, Extent extent, bool hasReason = false)
    {
        if (title.Remark is null)
        {
            extent = Extent.Trimmed(text, extent.Start, extent.End);
            title.Remark = new TitleStatus(status, PlainText.Of(extent.In(text)), extent, hasReason);
        }

        return true;
    }

    private bool DoneOn(Extent extent)
    {
        if (DateForms.Leading(extent.In(text), DateOrder.Unknown) is not { } found || found.End != extent.Length)
        {
            return false;
        }

        Done(found.Date, extent);
        return true;
    }

    private void Done(DateOnly date, Extent extent)
    {
        if (title.DoneDate is null)
        {
            (title.DoneDate, title.DateExtent) = (date, extent);
        }
    }

    private bool OnlyDate(Extent extent)
    {
        extent = Extent.Trimmed(text, extent.Start, extent.End);
        if (
            title.TrailingDate is not null
            || DateForms.Leading(extent.In(text), DateOrder.Unknown) is not { IsPeriod: false } found
            || found.End != extent.Length
        )
        {
            return false;
        }

        (title.TrailingDate, title.TrailingDateExtent) = (found.Date, extent);
        return true;
    }

    /// <summary>Whether a title remains before a position.</summary>
    private bool HasTitle(int position)
    {
        foreach (var character in text.AsSpan(start, position - start))
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSelector(int at) => at < Rest.Length && Rest[at] == '\uFE0F';

    private bool Cut(int position)
    {
        end = position;
        return true;
    }

    private static readonly SearchValues<char> Separators = SearchValues.Create("-—–|·");

    /// <summary>The first code units of the signs of a status and of decoration.</summary>
    private static readonly SearchValues<char> SignStarts = SearchValues.Create("✅☑✔✓❌✗✘⏳⌛⏸▶⚠\uD83C\uD83D\uD83E");

    private static readonly (string Sign, FieldDefinition Field)[] DateSigns =
    [
        ("📅", FieldCatalog.TargetDate),
        ("➕", FieldCatalog.Captured),
        ("🛫", FieldCatalog.Started),
    ];
}
