using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>The backlogs to edit, and their archives.</summary>
/// <param name="host">The environment.</param>
/// <param name="paths">Backlogs or folders from the command line; empty to find them as <c>check</c> does.</param>
/// <param name="loaded">The settings.</param>
internal sealed class EditedBacklogs(Host host, IReadOnlyList<string> paths, LoadedSettings loaded)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    public ReadingOptions Reading { get; } = SettingsOptions.ReadingOf(loaded.Settings);

    /// <summary>The backlogs; at least one.</summary>
    /// <exception cref="InputException">A path is invalid, or there is no backlog.</exception>
    public ImmutableArray<SourceFile> Files()
    {
        var finder = new BacklogFinder(workspace, loaded.Settings.Archive);
        var files = BacklogChoice.Find(finder, loaded, paths);
        return files.IsEmpty ? throw BacklogChoice.None(loaded) : files;
    }

    /// <summary>The archive of a backlog, whether it exists or not.</summary>
    public SourceFile ArchiveOf(SourceFile backlog) => workspace.ArchiveOf(backlog.FullPath, loaded.Settings.Archive);

    /// <summary>The content of a backlog's archive; null if there is none.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public Backlog? ReadArchiveOf(SourceFile backlog) =>
        new BacklogFinder(workspace, loaded.Settings.Archive).ArchiveOf(backlog) is { } archive
            ? BacklogReader.ReadFile(archive, Reading)
            : null;
}
