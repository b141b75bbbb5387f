using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing;

/// <summary>The errors that say why an edit is not done.</summary>
internal static class EditErrors
{
    public static InputException NoColumn(EditableBacklog document, FieldDefinition field, SourceSpan at) =>
        At(
            document,
            at,
            $"the table has no column for {field.Words}",
            $"Add a column \"{field.Spelling}\" to its header."
        );

    public static InputException At(EditableBacklog document, SourceSpan at, string message, string help) =>
        new(new InputError(message, help, document.Backlog.File.Path, at.Line, at.Column));
}
