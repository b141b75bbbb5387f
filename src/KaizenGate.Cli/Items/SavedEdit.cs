using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Cli.Items;

/// <summary>An edit of this run, which can be taken back. The journal needs no entry for that: the file has its earlier content.</summary>
internal sealed class SavedEdit(BacklogEdit edit)
{
    private readonly SourceFile file = edit.File;
    private readonly string before = edit.Before.Text;
    private readonly string after = edit.After.Text;

    /// <summary>Restores the text before the edit.</summary>
    /// <exception cref="InputException">The file changed since, or cannot be written.</exception>
    public void TakeBack(ReadingOptions reading) =>
        BacklogEdit.Of(
            file,
            reading,
            document =>
                document.Text == after
                    ? document.Read(before)
                    : throw new InputException(
                        "changed since the last answer, so that is not undone",
                        "Undo it by hand: `git diff` shows the changes since the last commit.",
                        file.Path
                    )
        );
}
