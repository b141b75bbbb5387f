using KaizenGate.Backlogs;

namespace KaizenGate.Editing;

/// <summary>The errors that say why an edit is not done.</summary>
internal static class CannotEdit
{
    public static InputException NoColumn(Manuscript manuscript, FieldDefinition field, SourceSpan at) =>
        At(
            manuscript,
            at,
            $"the table has no column for {field.Words}",
            $"Add a column \"{field.Spelling}\" to its header."
        );

    public static InputException At(Manuscript manuscript, SourceSpan at, string message, string help) =>
        new(new InputError(message, help, manuscript.Backlog.File.Path, at.Line, at.Column));
}
