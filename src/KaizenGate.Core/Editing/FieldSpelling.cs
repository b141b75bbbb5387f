using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>How a backlog spells its labels and its values.</summary>
internal static class FieldSpelling
{
    /// <summary>The label that the file has for a field; the usual one where it has none.</summary>
    public static string LabelOf(EditableBacklog document, FieldDefinition name)
    {
        foreach (var field in Texts(document, name))
        {
            if (!(name == FieldCatalog.Captured && IsPlainDate(field.Label)))
            {
                return field.Label;
            }
        }

        return name.Spelling;
    }

    /// <summary>A value in the way the file writes such values.</summary>
    /// <param name="document">The text.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">A bare value: a number, a word for a status, a date, a text.</param>
    /// <param name="inTable">Whether it goes into a table, where a scale stands in the header if anywhere.</param>
    public static string Dress(EditableBacklog document, FieldDefinition name, string value, bool inTable) =>
        name.Kind is FieldKind.Rating && IsNumber(value) ? value + ScaleOf(document, name, inTable) : value;

    /// <summary>A new value in the place of an old one: what the old says beside the value stays, such as a scale and a remark.</summary>
    public static string Replace(FieldDefinition name, string old, string value)
    {
        if (name.Kind is FieldKind.Score && IsNumber(value) && old.Contains('=', StringComparison.Ordinal))
        {
            return value; // The numbers of the expression are no longer those of the item.
        }

        if (name.Kind is not (FieldKind.Rating or FieldKind.Score) || !IsNumber(value))
        {
            return KeepMarks(old, value);
        }

        var start = 0;
        while (start < old.Length && old[start] is '*' or '_' or '~' or '`' or '≈' or ' ')
        {
            start++;
        }

        return Numbers.TryLeading(old.AsSpan(start), out _, out var length)
                ? string.Concat(old.AsSpan(0, start), value, old.AsSpan(start + length))
            : RatingText.IsRating(old) ? value
            : $"{value} ({old})";
    }

    internal static bool IsNumber(string value) =>
        Numbers.TryLeading(value, out _, out var length) && length == value.Length;

    private static string KeepMarks(string old, string value)
    {
        var marks = old.Length - old.AsSpan().TrimStart("*_`").Length;
        return marks > 0 && old.Length > 2 * marks && old.AsSpan(old.Length - marks).SequenceEqual(old.AsSpan(0, marks))
            ? string.Concat(old.AsSpan(0, marks), value, old.AsSpan(0, marks))
            : value;
    }

    private static string ScaleOf(EditableBacklog document, FieldDefinition name, bool inTable)
    {
        foreach (var item in document.Backlog.Improvements)
        {
            if (item.Form == ImprovementForm.TableRow != inTable)
            {
                continue;
            }

            foreach (var field in item.Fields)
            {
                if (field.Definition == name && Numbers.TryLeading(field.Text, out _, out var length))
                {
                    var rest = field.Text.AsSpan(length);
                    var slash = rest.TrimStart();
                    return !slash.StartsWith("/") || !Numbers.TryLeading(slash[1..].TrimStart(), out _, out _) ? ""
                        : rest.StartsWith("/") ? $"/{document.Scoring.Scale}"
                        : $" / {document.Scoring.Scale}";
                }
            }
        }

        return inTable ? "" : $"/{document.Scoring.Scale}";
    }

    /// <summary>The fields of a name that stand outside of tables.</summary>
    private static IEnumerable<Field> Texts(EditableBacklog document, FieldDefinition name) =>
        document
            .Backlog.Improvements.Where(item => item.Form != ImprovementForm.TableRow && item.OtherPlaces.IsEmpty)
            .SelectMany(item => item.Fields)
            .Where(field => field.Definition == name);

    private static bool IsPlainDate(string label) =>
        TextNormalizer.Normalize(label) is "date" or "datum" or "fecha" or "data" or "日付" or "날짜" or "日期";
}
