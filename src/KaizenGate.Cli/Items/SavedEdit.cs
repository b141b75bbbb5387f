using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Cli.Items;

/// <summary>An edit of a file in this run, which can be taken back. The journal needs no entry for that: the file has its earlier content.</summary>
internal static class SavedEdit
{
    /// <summary>Returns what restores the text before an edit, and throws <see cref="InputException"/> if the file changed since.</summary>
    public static Action Of(BacklogEdit edit, ReadingOptions reading)
    {
        // How the texts were read takes more memory than the texts.
        var (file, before, after) = (edit.File, edit.Before.Text, edit.After.Text);
        return () =>
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
}
