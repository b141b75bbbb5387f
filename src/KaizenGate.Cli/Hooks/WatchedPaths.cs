using System.Collections.Immutable;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>The files whose change is judged, as pathspecs of git from the top level.</summary>
/// <param name="topLevel">The folder of the working files; absolute, no link on the way.</param>
/// <param name="folder">The folder in which the gate runs; absolute, no link on the way.</param>
internal sealed class WatchedPaths(string topLevel, string folder)
{
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);

    /// <summary>Those of the settings in force; backlogs that appear later under a usual name included.</summary>
    public ImmutableArray<string> Of(LoadedSettings loaded)
    {
        var settings = loaded.Settings;
        foreach (var name in settings.Backlogs.IsEmpty ? UsualPlaces() : [])
        {
            AddWithArchive(Path.Join(folder, name), settings.Archive, "icase");
        }

        var below = RealPath.Of(loaded.BacklogsFolder);
        foreach (var pattern in settings.Backlogs.Where(pattern => !pattern.StartsWith('!')))
        {
            if (FileGlob.HasWildcard(pattern))
            {
                // What the archives of these are called cannot be told apart; they match the pattern, or lie beside.
                Add(Path.Join(below, pattern), "glob");
            }
            else
            {
                AddWithArchive(Path.GetFullPath(pattern, below), settings.Archive, "literal");
            }
        }

        if (settings.Archive is { } archive && !settings.Backlogs.IsEmpty)
        {
            Add(Path.Join(topLevel, "**", Path.GetFileName(archive)), "glob");
        }

        Add(Path.GetFullPath(settings.Baseline, RealPath.Of(loaded.BaseFolder)), "literal");
        Add(Path.Join(topLevel, "**", SettingsLoader.FileName), "glob");
        foreach (var file in loaded.Files)
        {
            Add(RealPath.Of(file), "literal");
        }

        return [.. found];
    }

    private static IEnumerable<string> UsualPlaces() =>
        BacklogFinder
            .UsualFolders.Prepend("")
            .SelectMany(place => BacklogFinder.UsualNames.Select(name => Path.Join(place, name)))
            .DistinctBy(path => path.ToUpperInvariant());

    private void AddWithArchive(string backlog, string? archive, string kind)
    {
        Add(backlog, kind);
        Add(ArchivePath.Of(backlog, archive), kind);
    }

    /// <summary>Adds a file, unless git does not know it, because it lies outside.</summary>
    private void Add(string path, string kind)
    {
        var relative = Path.GetRelativePath(topLevel, path).Replace(Path.DirectorySeparatorChar, '/');
        if (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal))
        {
            found.Add($":(top,{kind}){relative}");
        }
    }
}
