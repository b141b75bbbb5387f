using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
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

    /// <summary>The backlogs; at least one. Of several, those that edits do not change are left out and named.</summary>
    /// <exception cref="InputException">A path is invalid, a file cannot be read, or there is no backlog.</exception>
    public ImmutableArray<SourceFile> Files()
    {
        var finder = new BacklogFinder(workspace, loaded.Settings.Archive);
        var files = BacklogChoice.Find(finder, loaded, paths);
        if (files.Length < 2)
        {
            return files.IsEmpty ? throw BacklogChoice.None(loaded) : files;
        }

        var edited = files.RemoveAll(file => EditableBacklog.NotEdited(file, Reading.MaxFileBytes) is not null);
        if (edited.IsEmpty)
        {
            return files; // The edit of the first says why.
        }

        foreach (var file in files.Except(edited))
        {
            host.ErrorText.WriteLine(LogText.Message($"not edited: {file.Path}, which is not Markdown"));
        }

        return edited;
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
