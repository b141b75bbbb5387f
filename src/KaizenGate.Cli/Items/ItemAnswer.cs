using KaizenGate.Backlogs;
using KaizenGate.Editing;
using KaizenGate.Escaping;
using KaizenGate.Reporting;

namespace KaizenGate.Cli.Items;

/// <summary>Says what became of improvements.</summary>
/// <param name="run">The run.</param>
/// <param name="isJson">Whether a program reads it.</param>
/// <param name="isDryRun">Whether nothing was written.</param>
internal sealed class ItemAnswer(ItemRun run, bool isJson, bool isDryRun)
{
    /// <summary>Tells of an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="items">The improvements after it that it was about.</param>
    /// <param name="line">What a person reads of one of them.</param>
    /// <param name="next">The command that comes next, without the program's name; null for none.</param>
    public void Write(BacklogEdit edit, IReadOnlyList<Improvement> items, Func<Improvement, string> line, string? next)
    {
        if (isJson)
        {
            var shown = items.Select(item => new JsonItem(item, run.Settings.Scoring));
            JsonText.Write(
                run.Host.Output,
                new EditedJson(isDryRun, shown) { Source = edit },
                CliJsonContext.Default.EditedJson
            );
            return;
        }

        if (isDryRun)
        {
            // A diff is for programs as well: what could move a cursor is shown, the rest stays as it is.
            foreach (var text in edit.Diff.Split('\n').SkipLast(1))
            {
                run.Host.Text.WriteLine(VisibleText.Of(text.TrimEnd('\r')));
            }
        }

        var about = isDryRun ? run.Host.ErrorText : run.Host.Text;
        foreach (var item in items)
        {
            about.WriteLine(LogText.Of(line(item)));
        }

        if (!isDryRun)
        {
            Next(next);
        }
    }

    /// <summary>Names the next command, behind all that was said before.</summary>
    /// <param name="next">Without the program's name; null for none.</param>
    public void Next(string? next)
    {
        if (next is not null)
        {
            run.Host.Flush();
            run.Host.ErrorText.WriteLine($"Next: `{CommandLine.Name} {LogText.Of(next)}`");
        }
    }

    /// <summary>How a command line names an improvement.</summary>
    public static string NameOf(Improvement item) =>
        item.Id ?? $"\"{item.Title.Replace("\"", "", StringComparison.Ordinal)}\"";
}
