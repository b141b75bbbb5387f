using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Editing;
using KaizenGate.Editing.Archiving;
using KaizenGate.Escaping;

namespace KaizenGate.Cli.Runs;

/// <summary>Moves old completions to the archives: the archive is on the disk before the backlog changes, and what is in both is not added again.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="backlogs">The backlogs.</param>
/// <param name="asOf">Today.</param>
/// <param name="days">For how many days completions stay; null for what the backlog says.</param>
internal sealed class ArchiveRun(Host host, EditedBacklogs backlogs, DateOnly asOf, int? days)
{
    /// <summary>What was moved from a backlog, or would be.</summary>
    internal sealed record Moved(
        BacklogEdit Edit,
        BacklogEdit? Archive,
        SourceFile ArchiveFile,
        ImmutableArray<Improvement> Items
    );

    /// <param name="writes">False to say only what would be done.</param>
    /// <param name="isJson">Whether to say it as JSON.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="InputException">A file cannot be read or written, or an improvement cannot be moved; none is lost.</exception>
    public int Run(bool writes, bool isJson)
    {
        List<Moved> moved = [.. backlogs.Files().Select(file => Move(file, writes))];
        if (isJson)
        {
            JsonText.Write(
                host.Output,
                new ArchivedJson(writes) { Source = moved },
                CliJsonContext.Default.ArchivedJson
            );
            return ExitStatus.Open;
        }

        foreach (var one in moved)
        {
            if (!writes)
            {
                host.Text.Write(one.Archive?.Diff + one.Edit.Diff);
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

        return ExitStatus.Open;
    }

    private Moved Move(SourceFile file, bool writes)
    {
        var archiveFile = backlogs.ArchiveOf(file);
        ImmutableArray<Improvement> items = [];
        BacklogEdit? archive = null;
        var edit = BacklogFile.Edit(
            file,
            backlogs.Reading,
            manuscript =>
            {
                items = Archive.Due(manuscript.Backlog, asOf, days);
                if (items.IsEmpty)
                {
                    return manuscript;
                }

                // What stays is worked out first: nothing is written when an improvement cannot be taken out.
                var rest = Archive.OutOf(manuscript, items);
                archive = BacklogFile.Edit(
                    archiveFile,
                    backlogs.Reading,
                    into => Archive.Into(into, manuscript, items),
                    isDryRun: !writes,
                    Archive.Starter
                );
                return rest;
            },
            isDryRun: !writes
        );
        return new Moved(edit, archive, archiveFile, items);
    }
}
