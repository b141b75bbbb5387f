using KaizenGate.Backlogs;

namespace KaizenGate.Editing;

/// <summary>What an edit made of a backlog.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is, or would be.</param>
public sealed record BacklogEdit(SourceFile File, Manuscript Before, Manuscript After)
{
    /// <summary>Whether the edit changes anything.</summary>
    public bool IsChange => !ReferenceEquals(Before, After) && Before.Text != After.Text;

    /// <summary>The change as a unified diff; empty when there is none.</summary>
    public string Diff => UnifiedDiff.Of(File.RootPath, Before.Text, After.Text);
}
