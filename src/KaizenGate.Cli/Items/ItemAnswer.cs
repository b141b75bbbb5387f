using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Items;

/// <summary>Prints the result of changing improvements.</summary>
/// <param name="run">The run.</param>
/// <param name="isJson">Whether to print JSON.</param>
/// <param name="isDryRun">Whether nothing was written to the file.</param>
internal sealed class ItemAnswer(ItemRun run, bool isJson, bool isDryRun)
{
    /// <summary>The document.</summary>
    public static JsonContract<(
        IReadOnlyList<BacklogEdit> Edits,
        bool IsDryRun,
        IReadOnlyList<ItemInFile> Items,
        IEnumerable<string> SeenAgain
    )> Contract { get; } =
        new(omitsNull: true)
        {
            { "schemaVersion", _ => 1 },
            { "path", one => one.Edits[0].File.RootPath },
            { "changed", one => one.Edits.Any(edit => edit.IsChange) },
            { "dryRun", one => one.IsDryRun },
            { "diff", one => one.IsDryRun ? Diff(one.Edits) : null },
            { "items", one => one.Items, JsonItem.Contract },
            { "seenAgain", one => one.SeenAgain },
        };

    /// <summary>Prints an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="items">The changed improvements, after the edit.</param>
    /// <param name="line">Formats one of them as text.</param>
    /// <param name="next">Arguments of the command to suggest next; null for none.</param>
    /// <param name="seenAgain">Those of the items that were seen again.</param>
    public void Write(
        BacklogEdit edit,
        IReadOnlyList<Improvement> items,
        Func<Improvement, string> line,
        string? next,
        params IReadOnlyList<Improvement> seenAgain
    ) => Write([edit], [.. items.Select(item => In(edit.File, item))], line, next, seenAgain);

    /// <summary>Prints edits.</summary>
    /// <param name="edits">The edits of files and issues; at least one.</param>
    /// <param name="items">The changed improvements, after the edits, and the files that they are in.</param>
    /// <param name="line">Formats one of them as text.</param>
    /// <param name="next">Arguments of the command to suggest next; null for none.</param>
    /// <param name="seenAgain">Those of the items that were seen again.</param>
    public void Write(
        IReadOnlyList<BacklogEdit> edits,
        IReadOnlyList<ItemInFile> items,
        Func<Improvement, string> line,
        string? next,
        params IReadOnlyList<Improvement> seenAgain
    )
    {
        if (isJson)
        {
            Contract.Write(run.Host.Output, (edits, isDryRun, items, seenAgain.Select(ItemReference.Of)));
            return;
        }

        if (isDryRun)
        {
            FileAnswer.PrintDiff(run.Host, Diff(edits));
        }

        var about = isDryRun ? run.Host.ErrorText : run.Host.Text;
        foreach (var item in items)
        {
            about.WriteLine(LogText.Of(line(item.Item)));
        }

        if (!isDryRun)
        {
            Next(next);
        }
    }

    /// <summary>Returns an improvement with the file that it is in.</summary>
    public ItemInFile In(SourceFile file, Improvement item) => new(item, run.Settings.Scoring, file.RootPath);

    private static string Diff(IReadOnlyList<BacklogEdit> edits) => string.Concat(edits.Select(edit => edit.Diff()));

    /// <summary>Suggests the next command.</summary>
    /// <param name="next">Its arguments, without text from a backlog; null for none.</param>
    public void Next(string? next)
    {
        if (next is not null)
        {
            run.Host.Flush();
            run.Host.ErrorText.WriteLine($"Next: `{CommandLine.Name} {next}`");
        }
    }
}
