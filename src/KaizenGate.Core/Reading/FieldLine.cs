using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads the fields of a line: <c>**Impact:** 8/10</c>, <c>Impact: 8/10</c>, or several as in
/// <c>**Impact:** 8 | **Effort:** 2</c>.
/// </summary>
internal static class FieldLine
{
    /// <summary>Returns the fields of the line, in order; empty when it does not begin with a label.</summary>
    public static ImmutableArray<FieldText> Read(string text, Extent line, Labels labels)
    {
        var start = SkipOrnaments(text, line);
        if (start >= line.End || !line.In(text)[..Math.Min(line.Length, 4 + Labels.MaxLength * 2)].ContainsAny(":："))
        {
            return [];
        }

        var first =
            Label(text, start, line.End, labels, mustBeKnown: false) ?? LabelAfterBar(text, start, line.End, labels);
        if (first is not { } label)
        {
            return [];
        }

        var field = Field(text, label, line.End, labels, out var next);
        if (next is null)
        {
            return [field]; // Most lines have one.
        }

        var fields = ImmutableArray.CreateBuilder<FieldText>();
        fields.Add(field);
        while (next is { } another)
        {
            fields.Add(Field(text, another, line.End, labels, out next));
        }

        return fields.DrainToImmutable();
    }

    private static FieldText Field(string text, LabelText label, int end, Labels labels, out LabelText? next)
    {
        (var valueEnd, next) = NextField(text, label, end, labels);
        return new(
            label.Definition,
            label.Text,
            Extent.Trimmed(text, label.ValueStart, valueEnd),
            Labels.ScaleOf(label.Text.In(text)),
            label.IsBold
        );
    }

    /// <summary>In <c>Lens: Safety | Impact: High</c>, finds the first known label after a bar, if the line begins with any label.</summary>
    private static LabelText? LabelAfterBar(string text, int start, int end, Labels labels)
    {
        var bar = text.AsSpan(start, end - start).IndexOf(" | ");
        if (bar <= 0 || text.AsSpan(start, bar).IndexOf(": ") is not (> 0 and < Labels.MaxLength))
        {
            return null;
        }

        for (var position = start + bar; position < end; position++)
        {
            if (
                text[position] == '|'
                && SkipSpaces(text, position + 1, end) is var next
                && next < end
                && Label(text, next, end, labels, mustBeKnown: true) is { } label
            )
            {
                return label;
            }
        }

        return null;
    }

    private static readonly SearchValues<char> Separators = SearchValues.Create("|·•,;*_");

    private readonly record struct LabelText(FieldDefinition? Definition, Extent Text, int ValueStart, bool IsBold);

    /// <summary>Finds the end of a value: before the next label that follows a separator or is emphasized; in prose, an emphasized one must be known.</summary>
    private static (int End, LabelText? Next) NextField(string text, LabelText field, int end, Labels labels)
    {
        var position = field.ValueStart;
        while (position < end)
        {
            var sign = text.AsSpan(position, end - position).IndexOfAny(Separators);
            if (sign < 0)
            {
                break;
            }

            position += sign;
            var isEmphasis = text[position] is '*' or '_';
            var candidate = isEmphasis ? position : SkipSpaces(text, position + 1, end);
            if (text[position] == '|' && field.Definition is { IsProse: false } && IsOtherLabel(text, candidate, end))
            {
                // The value ends here, and the next known label may follow another bar.
                var valueEnd = TrimSeparators(text, field.ValueStart, position);
                return (
                    valueEnd,
                    Label(text, candidate, end, labels, mustBeKnown: false)
                        ?? LabelAfterBar(text, candidate, end, labels)
                );
            }

            if (
                candidate < end
                && (!isEmphasis || (position > field.ValueStart && text[position - 1] is ' '))
                && Label(text, candidate, end, labels, mustBeKnown: field.Definition is { IsProse: true } && isEmphasis)
                    is { } next
                && (next.IsBold || !field.IsBold)
            )
            {
                return (TrimSeparators(text, field.ValueStart, position), next);
            }

            position++;
        }

        return (end, null);
    }

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(":：|*_`");

    /// <summary>Whether a short text and a colon follow, as in <c>Horizon: Now</c>.</summary>
    private static bool IsOtherLabel(string text, int start, int end)
    {
        var limit = Math.Min(end, start + Labels.MaxLength);
        var colon = limit > start ? text.AsSpan(start, limit - start).IndexOfAny(LabelEnds) : -1;
        return colon > 0 && text[start + colon] is ':' or '：' && IsColon(text, start + colon, end);
    }

    private static LabelText? Label(string text, int start, int end, Labels labels, bool mustBeKnown)
    {
        var limit = Math.Min(end, start + Labels.MaxLength + 8);
        var marker = text[start];
        if (marker is '*' or '_')
        {
            var width = start + 1 < end && text[start + 1] == marker ? 2 : 1;
            return BoldLabel(text, start + width, end, limit, text.AsSpan(start, width), labels, mustBeKnown);
        }

        var colon = text.AsSpan(start, limit - start).IndexOfAny(':', '：');
        if (colon <= 0 || !IsColon(text, start + colon, end))
        {
            return null;
        }

        var label = Extent.Trimmed(text, start, start + colon);
        return labels.TryFind(label.In(text), out var field)
            ? new LabelText(field, label, start + colon + 1, false)
            : null;
    }

    private static LabelText? BoldLabel(
        string text,
        int start,
        int end,
        int limit,
        ReadOnlySpan<char> marks,
        Labels labels,
        bool mustBeKnown
    )
    {
        var close = limit > start ? text.AsSpan(start, limit - start).IndexOf(marks) : -1;
        if (close <= 0)
        {
            return null;
        }

        var label = Extent.Trimmed(text, start, start + close);
        var valueStart = start + close + marks.Length;
        var last = text[label.End - 1];
        if (last is ':' or '：')
        {
            label = Extent.Trimmed(text, label.Start, label.End - 1);
        }
        else
        {
            valueStart = SkipSpaces(text, valueStart, end);
            if (valueStart >= end || text[valueStart] is not (':' or '：'))
            {
                return null;
            }

            valueStart++;
        }

        if (label.Length == 0)
        {
            return null;
        }

        var isKnown = labels.TryFind(label.In(text), out var field);
        return isKnown || !mustBeKnown ? new LabelText(isKnown ? field : null, label, valueStart, true) : null;
    }

    /// <summary>A colon in a time, an address or a namespace does not end a label.</summary>
    private static bool IsColon(string text, int position, int end) =>
        text[position] == '：'
        || position + 1 >= end
        || text[position + 1] is ' ' or '\t' or '*' or '_' or '`' or '['
        || char.IsDigit(text[position + 1]);

    private static int SkipSpaces(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int TrimSeparators(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '|' or '·' or '•' or ',' or ';'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Skips decoration such as emoji before a label.</summary>
    private static int SkipOrnaments(string text, Extent line)
    {
        var position = line.Start;
        while (
            position < line.End
            && !char.IsLetterOrDigit(text[position])
            && text[position] is not ('*' or '_' or '[' or '`' or '<' or '|' or '(' or ':' or '~' or '"' or '\'')
        )
        {
            position++;
        }

        return position;
    }
}
