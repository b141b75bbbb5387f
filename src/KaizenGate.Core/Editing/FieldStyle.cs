namespace KaizenGate.Core.Editing;

/// <summary>The text around the label and the value of a field.</summary>
/// <param name="IsEntry">Whether it is a list item.</param>
/// <param name="Marker">The marker of the list item with the space after it; empty for a line.</param>
/// <param name="Open">The emphasis before the label.</param>
/// <param name="Close">The text between label and value.</param>
/// <param name="Tail">A hard line break after the value.</param>
internal sealed record FieldStyle(bool IsEntry, string Marker, string Open, string Close, string Tail)
{
    /// <summary>The style below a heading in a file without fields.</summary>
    private static readonly FieldStyle Usual = new(true, "- ", "**", ":** ", "");

    /// <summary>The style below a list item in a file without fields.</summary>
    public static FieldStyle UsualInEntry { get; } = Usual with { Open = "", Close = ": " };

    /// <summary>Returns the style of an existing field.</summary>
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

    /// <summary>Returns the style of the first field of improvements with a form, else the usual style.</summary>
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

        return form is ImprovementForm.Heading ? Usual : UsualInEntry;
    }

    /// <summary>Returns the line without indentation and line break.</summary>
    public string Line(string label, string value) => $"{Marker}{Open}{label}{Close}{value}{Tail}";

    /// <summary>With emphasis for a label that could be read as the start of a sentence.</summary>
    public FieldStyle Unmistakable => IsEntry || Open.Length > 0 ? this : this with { Open = "**", Close = ":** " };

    /// <summary>Returns the text between a label and its value, even when the value is empty.</summary>
    internal static string CloseOf(string text, OwnField field)
    {
        if (field.Value.Length > 0)
        {
            return text[field.Label.End..field.Value.Start];
        }

        return text[field.Label.End..EndOfClose(text, field)].TrimEnd(' ', '\t') + " ";
    }

    internal static int EndOfClose(string text, OwnField field) =>
        text.Length - text.AsSpan(field.Label.End).TrimStart("*_:： \t").Length;

    private static string MarkerAt(string text, int start)
    {
        start = TextLines.SkipSpaces(text, start);
        return start < text.Length && text[start] is '-' or '*' or '+' ? $"{text[start]} " : "- ";
    }
}
