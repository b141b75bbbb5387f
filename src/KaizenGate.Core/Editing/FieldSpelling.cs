using System.Buffers;
using System.Globalization;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes labels and values the way a backlog does.</summary>
internal static class FieldSpelling
{
    /// <summary>Returns the label of a field in the file, else the usual one.</summary>
    public static string LabelOf(EditableBacklog document, FieldDefinition name)
    {
        return document
                .Backlog.Improvements.Where(item => item.Form != ImprovementForm.TableRow && item.OtherPlaces.IsEmpty)
                .SelectMany(item => item.Fields)
                .FirstOrDefault(field =>
                    field.Definition == name && !(name == FieldCatalog.Captured && DateText.IsPlainLabel(field.Label))
                )
                .Label
            ?? name.Spelling;
    }

    /// <summary>Adds the scale to a rating where the file has it; in a table usually only the header has it.</summary>
    public static string Dress(EditableBacklog document, FieldDefinition name, string value, bool inTable) =>
        name.Kind is FieldKind.Rating && IsNumber(value) ? value + ScaleOf(document, name, inTable) : value;

    /// <summary>Replaces an old value but keeps the text around it, such as a scale or a remark.</summary>
    public static string Replace(FieldDefinition name, string old, string value)
    {
        if (
            name.Kind is not (FieldKind.Score or FieldKind.Rating)
            || (name.Kind is FieldKind.Rating && !IsNumber(value))
        )
        {
            return KeepMarks(old, value);
        }

        if (name.Kind is FieldKind.Score && EndOfExpression(old) is > 0 and var end)
        {
            // The expression has the old impact and effort.
            if (!IsNumber(value))
            {
                return string.Concat(value, old.AsSpan(end));
            }

            old = old[(old.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimStart();
        }

        var start = old.Length - old.AsSpan().TrimStart("*_~`≈ ").Length;
        return Numbers.TryLeading(old.AsSpan(start), out _, out var length)
                ? string.Concat(old.AsSpan(0, start), value, old.AsSpan(start + length))
            : RatingText.IsRating(old) ? string.Concat(value, RemarkOf(old))
            : $"{value} ({old})";
    }

    /// <summary>Returns the end of the result in <c>8 × (11-2) = 72, agreed</c>; 0 when the text does not begin with an expression.</summary>
    private static int EndOfExpression(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || text.AsSpan(0, equals).ContainsAny(Letters))
        {
            return 0;
        }

        var start = text.Length - text.AsSpan(equals + 1).TrimStart(" *_~≈").Length;
        if (!Numbers.TryLeading(text.AsSpan(start), out _, out var length))
        {
            return 0;
        }

        var end = start + length;
        var marks = text.AsSpan(equals + 1, start - equals - 1).Trim(" ~≈");
        return marks.Length > 0 && text.AsSpan(end).StartsWith(marks) ? end + marks.Length : end;
    }

    /// <summary>The text behind a word or stars, from its first bracket, dash or comma.</summary>
    private static ReadOnlySpan<char> RemarkOf(string text)
    {
        var at = text.AsSpan().IndexOfAny(RemarkSigns);
        return at < 0 ? "" : text.AsSpan(text.AsSpan(0, at).TrimEnd().Length);
    }

    private static readonly SearchValues<char> RemarkSigns = SearchValues.Create("(—–,;:");

    /// <summary>All except x, a sign of multiplication.</summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ"
    );

    internal static bool IsNumber(string value) =>
        Numbers.TryLeading(value, out _, out var length) && length == value.Length;

    /// <summary>Returns a score as a number, or as the expression with its result where the file has those.</summary>
    public static string Score(EditableBacklog document, string? impact, string? effort, double score)
    {
        var number = score.ToString("0.##", CultureInfo.InvariantCulture);
        var first =
            document
                .Backlog.Improvements.SelectMany(item => item.Fields)
                .FirstOrDefault(field => field.Definition == FieldCatalog.PriorityScore && field.Text.Length > 0)
                .Text
            ?? "";
        var isExpression =
            ReferenceEquals(document.Scoring.Formula, Formula.Default)
            && first.Contains('=', StringComparison.Ordinal)
            && first.Contains("11", StringComparison.Ordinal);
        return isExpression && impact is not null && effort is not null
            ? $"{impact} {(first.Contains('*', StringComparison.Ordinal) ? '*' : '×')} (11-{effort}) = {number}"
            : number;
    }

    private static string KeepMarks(string old, string value)
    {
        var marks = old.Length - old.AsSpan().TrimStart("*_`").Length;
        return marks > 0 && old.Length > 2 * marks && old.AsSpan(old.Length - marks).SequenceEqual(old.AsSpan(0, marks))
            ? string.Concat(old.AsSpan(0, marks), value, old.AsSpan(0, marks))
            : value;
    }

    private static string ScaleOf(EditableBacklog document, FieldDefinition name, bool inTable)
    {
        var fields = document
            .Backlog.Improvements.Where(item => item.Form == ImprovementForm.TableRow == inTable)
            .SelectMany(item => item.Fields)
            .Where(field => field.Definition == name);
        foreach (var field in fields)
        {
            if (Numbers.TryLeading(field.Text, out _, out var length))
            {
                var rest = field.Text.AsSpan(length);
                var slash = rest.TrimStart();
                return !slash.StartsWith("/") || !Numbers.TryLeading(slash[1..].TrimStart(), out _, out _) ? ""
                    : rest.StartsWith("/") ? $"/{document.Scoring.Scale}"
                    : $" / {document.Scoring.Scale}";
            }
        }

        return inTable ? "" : $"/{document.Scoring.Scale}";
    }
}
