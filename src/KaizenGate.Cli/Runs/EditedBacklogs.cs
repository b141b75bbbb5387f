using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Reading;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>The backlogs that a command edits, and their archives.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="paths">The backlogs that were asked for; none: find them as <c>check</c> does.</param>
/// <param name="loaded">The settings.</param>
internal sealed class EditedBacklogs(Host host, IReadOnlyList<string> paths, LoadedSettings loaded)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    public ReadingOptions Reading { get; } =
        new()
        {
            Scoring = loaded.Settings.Scoring,
            Labels = loaded.Settings.Fields,
            MaxFileBytes = loaded.Settings.MaxFileBytes,
        };

    /// <summary>The backlogs; at least one.</summary>
    /// <exception cref="InputException">A path is wrong, or there is no backlog.</exception>
    public ImmutableArray<SourceFile> Files()
    {
        var finder = new BacklogFinder(workspace, loaded.Settings.Archive);
        var files =
            paths.Count > 0 ? finder.At(paths)
            : loaded.Settings.Backlogs.IsEmpty ? finder.Usual()
            : finder.Matching(loaded.Settings.Backlogs, loaded.BaseFolder);
        return files.IsEmpty
            ? throw new InputException(
                new InputError("no backlog was found", $"Name one, or make one with `{CommandLine.Name} init`.")
            )
            : files;
    }

    /// <summary>The archive of a backlog, whether it exists or not.</summary>
    public SourceFile ArchiveOf(SourceFile backlog) =>
        workspace.Name(ArchivePath.Of(backlog.FullPath, loaded.Settings.Archive));

    /// <summary>What the archive of a backlog holds; null when there is none.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public Backlog? ReadArchiveOf(SourceFile backlog) =>
        new BacklogFinder(workspace, loaded.Settings.Archive).ArchiveOf(backlog) is { } archive
            ? BacklogReader.ReadFile(archive, Reading)
            : null;
}
