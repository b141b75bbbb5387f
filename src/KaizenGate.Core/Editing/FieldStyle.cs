using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing;

/// <summary>How a line that states a field is written: what stands before its label, between label and value, and behind the value.</summary>
/// <param name="IsEntry">Whether it is a list item.</param>
/// <param name="Marker">The marker of the list item with the space behind it; empty for a line.</param>
/// <param name="Open">The emphasis before the label.</param>
/// <param name="Close">What stands between label and value.</param>
/// <param name="Tail">A hard line break behind the value.</param>
internal sealed record FieldStyle(bool IsEntry, string Marker, string Open, string Close, string Tail)
{
    /// <summary>The shape of the fields below a heading where nothing else is to be seen.</summary>
    public static FieldStyle Usual { get; } = new(true, "- ", "**", ":** ", "");

    /// <summary>The shape of a field that is there.</summary>
    public static FieldStyle Of(string text, OwnField field)
    {
        var open = field.Label.Start;
        while (open > field.Start && text[open - 1] is '*' or '_')
        {
            open--;
        }

        var tail = TextLines.EndOf(text, field.Value.End);
        var line = text.AsSpan(field.Value.End, tail - field.Value.End);
        return new FieldStyle(
            field.IsEntry,
            field.IsEntry ? MarkerAt(text, field.Start) : "",
            text[open..field.Label.Start],
            CloseOf(text, field),
            !field.IsEntry && field.IsAlone && (line is "\\" || (line.Length >= 2 && line.IsWhiteSpace()))
                ? line.ToString()
                : ""
        );
    }

    /// <summary>The shape for a new field of an improvement, as its neighbours have it.</summary>
    /// <param name="document">The text.</param>
    /// <param name="form">The form of the improvement.</param>
    public static FieldStyle Among(EditableBacklog document, ImprovementForm form)
    {
        foreach (var item in document.Backlog.Improvements)
        {
            if (item.Form == form && item.Fields.Length > 0)
            {
                var fields = OwnField.Of(document, ItemSite.Of(document, item));
                if (fields.Count > 0)
                {
                    return Of(document.Text, fields[0]);
                }
            }
        }

        return form is ImprovementForm.Heading ? Usual : Usual with { Open = "", Close = ": " };
    }

    /// <summary>The whole line, without indentation and line break.</summary>
    public string Line(string label, string value) => $"{Marker}{Open}{label}{Close}{value}{Tail}";

    /// <summary>The same with a label that cannot be taken for the begin of a sentence.</summary>
    public FieldStyle Unmistakable => IsEntry || Open.Length > 0 ? this : this with { Open = "**", Close = ":** " };

    /// <summary>What stands between a label and its value, or would stand there.</summary>
    internal static string CloseOf(string text, OwnField field)
    {
        if (field.Value.Length > 0)
        {
            return text[field.Label.End..field.Value.Start];
        }

        var end = field.Label.End;
        while (end < text.Length && text[end] is '*' or '_' or ':' or '：' or ' ' or '\t')
        {
            end++;
        }

        return text[field.Label.End..end].TrimEnd(' ', '\t') + " ";
    }

    private static string MarkerAt(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start < text.Length && text[start] is '-' or '*' or '+' ? $"{text[start]} " : "- ";
    }
}
