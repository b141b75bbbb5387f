using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing;

/// <summary>What an edit made of a backlog.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is, or would be.</param>
internal sealed record BacklogEdit(SourceFile File, EditableBacklog Before, EditableBacklog After)
{
    /// <summary>Whether the edit changes anything.</summary>
    public bool IsChange => !ReferenceEquals(Before, After) && Before.Text != After.Text;

    /// <summary>The change as a unified diff; empty when there is none.</summary>
    public string Diff => UnifiedDiff.Of(File.RootPath, Before.Text, After.Text);
}
