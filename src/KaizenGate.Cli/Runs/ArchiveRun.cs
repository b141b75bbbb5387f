using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Archiving;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Runs;

/// <summary>Moves completed improvements to the archive, which is written first; one that is already there is not added again.</summary>
/// <param name="host">The environment.</param>
/// <param name="backlogs">The backlogs.</param>
/// <param name="asOf">Today.</param>
/// <param name="days">Days that completions stay; null for the number in the backlog.</param>
internal sealed class ArchiveRun(Host host, EditedBacklogs backlogs, DateOnly asOf, int? days)
{
    private static readonly JsonContract<Improvement> Item = new()
    {
        { "id", item => item.Id },
        { "title", item => item.Title },
        { "completed", item => item.Completed?.Value },
    };

    private static readonly JsonContract<(Moved Moved, bool IsDryRun)> Backlog = new(omitsNull: true)
    {
        { "path", one => one.Moved.Edit.File.Path },
        { "archive", one => one.Moved.ArchiveFile.Path },
        { "moved", one => one.Moved.Items, Item },
        { "diff", one => one.IsDryRun ? one.Moved.Archive?.Diff() + one.Moved.Edit.Diff() : null },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(List<Moved> Backlogs, bool IsWritten)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "written", one => one.IsWritten },
            { "backlogs", one => one.Backlogs.Select(moved => (moved, !one.IsWritten)), Backlog },
        };

    private readonly Journal journal = host.Journal("archive");

    /// <param name="writes">False for a dry run.</param>
    /// <param name="isJson">Whether to print JSON.</param>
    /// <exception cref="InputException">A file cannot be read or written, or an improvement cannot be moved. No improvement is lost.</exception>
    public int Run(bool writes, bool isJson)
    {
        List<Moved> moved = [.. backlogs.Files().Select(file => Move(file, writes))];
        if (isJson)
        {
            Contract.Write(host.Output, (moved, writes));
            return ExitCode.Passed;
        }

        foreach (var one in moved)
        {
            if (!writes)
            {
                FileAnswer.PrintDiff(host, one.Archive?.Diff() + one.Edit.Diff());
                continue;
            }

            var (path, archive) = (LogText.Of(one.Edit.File.Path), LogText.Of(one.ArchiveFile.Path));
            host.Text.WriteLine(
                one.Items.IsEmpty
                    ? $"{path}: nothing is old enough for {archive}"
                    : $"{path}: moved {one.Items.Length} to {archive}"
            );
            foreach (var item in one.Items)
            {
                host.Text.WriteLine(LogText.Of($"  {item.Name}"));
            }
        }

        return ExitCode.Passed;
    }

    private Moved Move(SourceFile file, bool writes)
    {
        var archiveFile = backlogs.ArchiveOf(file);
        ImmutableArray<Improvement> items = [];
        BacklogEdit? archive = null;
        var edit = BacklogEdit.Of(
            file,
            backlogs.Reading,
            backlog =>
            {
                items = Archive.Due(backlog.Backlog, asOf, days);
                if (items.IsEmpty)
                {
                    return backlog;
                }

                // Remove first: if an improvement cannot be removed, nothing is written.
                var rest = Archive.OutOf(backlog, items);
                archive = BacklogEdit.Of(
                    archiveFile,
                    backlogs.Reading,
                    into => Archive.Into(into, backlog, items),
                    isDryRun: !writes,
                    Archive.Starter,
                    journal: journal
                );
                backlog.Release();
                return rest;
            },
            isDryRun: !writes,
            isLocked: true,
            journal: journal
        );
        return new Moved(edit, archive, archiveFile, items);
    }

    /// <summary>The improvements that were moved from one backlog to its archive, or would be.</summary>
    internal sealed record Moved(
        BacklogEdit Edit,
        BacklogEdit? Archive,
        SourceFile ArchiveFile,
        ImmutableArray<Improvement> Items
    );
}
