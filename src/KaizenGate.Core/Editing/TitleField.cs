using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A field in a title, with or without its label: <c>(Impact: 8, 2h, P1)</c>.</summary>
internal readonly record struct TitleField(Field Read)
{
    /// <summary>Returns the edit that sets its value. A value without a label gets one, because another may not show its field.</summary>
    public TextEdit Replace(EditableBacklog document, string value)
    {
        var before = document.Text.AsSpan(0, Read.Span.Offset).TrimEnd(" :：=*_`");
        var isShown = before.EndsWith(Read.Label, StringComparison.OrdinalIgnoreCase) || before is [.., '@' or '#'];
        var old = document.Text.Substring(Read.Span.Offset, Read.Span.Length);
        var line = InlineText.Of(value);
        return new TextEdit(
            Read.Span.Offset,
            Read.Span.Length,
            isShown ? FieldSpelling.Replace(Read.Definition, old, line) : $"{Read.Definition.Spelling}: {line}"
        );
    }
}
