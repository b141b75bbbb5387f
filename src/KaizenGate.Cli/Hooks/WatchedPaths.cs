using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>Finds the files whose changes the hooks check.</summary>
/// <param name="topLevel">Absolute path of the working tree, without links.</param>
/// <param name="folder">Absolute path of the folder in which the gate runs, without links.</param>
internal sealed class WatchedPaths(string topLevel, string folder)
{
    private readonly HashSet<WatchedFile> found = [];

    /// <summary>The files of these settings, including backlogs with a usual name that do not exist yet.</summary>
    /// <exception cref="Core.Backlogs.InputException">The settings in the folder of a backlog cannot be read.</exception>
    public ImmutableArray<WatchedFile> Of(LoadedSettings loaded)
    {
        var settings = loaded.Settings;
        foreach (var name in settings.Backlogs.IsEmpty ? WatchedFile.UsualPlaces : [])
        {
            AddWithArchive(Path.Join(folder, name), loaded, WatchedKind.AnyCase);
        }

        var below = RealPath.Of(loaded.BacklogsFolder);
        foreach (var pattern in settings.Backlogs.Where(pattern => !pattern.StartsWith('!')))
        {
            if (FileGlob.HasWildcard(pattern))
            {
                // Archives of future backlogs are unknown; they match the pattern or the setting below.
                Add(Path.Join(below, pattern), WatchedKind.Glob);
                AddOwnArchives(FileGlob.Find(below, pattern, []), loaded);
            }
            else
            {
                AddWithArchive(Path.GetFullPath(pattern, below), loaded, WatchedKind.Literal);
            }
        }

        if (settings.Archive is { } archive && !settings.Backlogs.IsEmpty)
        {
            Add(Path.Join(topLevel, "**", Path.GetFileName(archive)), WatchedKind.Glob);
        }

        Add(Path.GetFullPath(settings.Baseline, RealPath.Of(loaded.BaseFolder)), WatchedKind.Literal);
        Add(Path.Join(topLevel, "**", SettingsLoader.FileName), WatchedKind.Glob);
        foreach (var file in loaded.Files.Where(file => Path.GetFileName(file) != SettingsLoader.FileName))
        {
            Add(RealPath.Of(file), WatchedKind.Literal);
        }

        return [.. found];
    }

    private void AddWithArchive(string backlog, LoadedSettings loaded, WatchedKind kind)
    {
        if ((Directory.Exists(backlog) ? TaskFolder.In(backlog) : backlog) is { } own)
        {
            foreach (var tasks in TaskFolder.Of(SourceFile.Named(own))?.Folders ?? [])
            {
                Add(Path.Join(tasks, "**"), WatchedKind.Glob);
            }

            backlog = own;
        }

        Add(backlog, kind);
        Add(ArchivePath.Of(backlog, loaded.Of(backlog).Settings.Archive), kind);
    }

    /// <summary>Adds the archives that settings in subfolders define.</summary>
    private void AddOwnArchives(IEnumerable<string> backlogs, LoadedSettings loaded)
    {
        foreach (var backlog in backlogs.Select(RealPath.Of))
        {
            if (loaded.Of(backlog).Settings.Archive is { } archive && archive != loaded.Settings.Archive)
            {
                Add(ArchivePath.Of(backlog, archive), WatchedKind.Literal);
            }
        }
    }

    /// <summary>Adds a file unless it is outside of the repository.</summary>
    private void Add(string path, WatchedKind kind)
    {
        var relative = Path.GetRelativePath(topLevel, path).Replace(Path.DirectorySeparatorChar, '/');
        if (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal))
        {
            found.Add(new WatchedFile(relative, kind));
        }
    }
}
