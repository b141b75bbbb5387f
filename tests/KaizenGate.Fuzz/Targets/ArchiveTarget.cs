using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Archiving;

namespace KaizenGate.Fuzz.Targets;

/// <summary>
/// Archives the old completions of a backlog: no improvement is lost, and the others do not change. A line <c>%%</c> separates the
/// backlog from its archive.
/// </summary>
internal static class ArchiveTarget
{
    public static int Run(byte[] input)
    {
        var cut = Encoding.UTF8.GetString(input).Split("%%\n");
        var backlog = Document(cut[0]);
        var archive = Document(cut.Length > 1 ? cut[1] : Archive.Starter);
        var due = Archive.Due(backlog.Backlog, Sample.Today, days: null);
        if (due.IsEmpty)
        {
            return Sample.KindOf(backlog.Backlog);
        }

        var rest = Archive.OutOf(backlog, due);
        var filled = Archive.Into(archive, backlog, due);
        foreach (var item in due)
        {
            BrokenInvariantException.Unless(
                filled.Backlog.Improvements.Any(one => one.Key == item.Key && one.Title == item.Title),
                $"{item.Name} is lost"
            );
        }

        BrokenInvariantException.Unless(
            rest.Backlog.Improvements.Length == backlog.Backlog.Improvements.Length - due.Length,
            "another improvement is gone"
        );
        return Sample.KindOf(filled.Backlog);
    }

    private static EditableBacklog Document(string text) =>
        EditableBacklog.Read(Sample.File, text.TrimStart('\uFEFF'), Sample.Options);
}
