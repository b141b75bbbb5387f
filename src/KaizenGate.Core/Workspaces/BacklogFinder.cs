using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds the backlogs that a run is about, and the archive of each.</summary>
/// <param name="workspace">The working folder.</param>
/// <param name="archiveOf">Where the archive of a backlog, given by its absolute path, lies, relative to the backlog's folder; null: <c>NAME.archive.md</c> beside <c>NAME.md</c>.</param>
internal sealed class BacklogFinder(Workspace workspace, Func<string, string?> archiveOf)
{
    /// <param name="workspace">The working folder.</param>
    /// <param name="archive">Where the archive of every backlog lies.</param>
    public BacklogFinder(Workspace workspace, string? archive = null)
        : this(workspace, _ => archive) { }

    /// <summary>The names that a backlog usually has, in any case; the first one found counts.</summary>
    public static ImmutableArray<string> UsualNames { get; } =
    ["IMPROVEMENTS.md", "IMPROVEMENT_BACKLOG.md", "improvement-backlog.md", "BACKLOG.md", "KAIZEN.md"];

    /// <summary>The folders below a root in which it usually lies, after the root itself.</summary>
    public static ImmutableArray<string> UsualFolders { get; } = ["docs", ".github", ".kaizen"];

    /// <summary>The backlogs at the paths that a person gives: files, or folders that are searched for the usual names.</summary>
    /// <returns>Each file once, in the order given; none when only folders without a backlog were given.</returns>
    /// <exception cref="InputException">A path is empty, does not exist, is an archive whose backlog is not given, or is one of several and holds no backlog.</exception>
    public ImmutableArray<SourceFile> At(IReadOnlyList<string> paths)
    {
        var found = new List<string>();
        string? empty = null;
        foreach (var path in paths)
        {
            var full = path.Length > 0 ? workspace.FullPath(path) : throw Nameless();
            if (Directory.Exists(full))
            {
                if (UsualIn(full) is { } usual)
                {
                    found.Add(usual);
                }
                else
                {
                    empty ??= full;
                }
            }
            else if (File.Exists(full))
            {
                found.Add(full);
            }
            else
            {
                throw Missing(full);
            }
        }

        if (empty is not null && found.Count > 0)
        {
            throw new InputException(
                new InputError(
                    "no backlog in this folder",
                    $"Pass the path of the file, or rename it to {UsualNames[0]}.",
                    workspace.Shown(empty)
                )
            );
        }

        var backlogs = Named(found);
        return backlogs.IsEmpty && found.Count > 0 ? throw OnlyAnArchive(found[0]) : backlogs;
    }

    /// <summary>The backlogs that the settings name.</summary>
    /// <param name="patterns">Paths and globs relative to <paramref name="folder"/>; one that starts with <c>!</c> takes files out again.</param>
    /// <param name="folder">The folder of the settings; absolute.</param>
    /// <returns>Each file once: in the order of the patterns, those of one glob in the order of their paths.</returns>
    /// <exception cref="InputException">A path without wildcards does not exist.</exception>
    public ImmutableArray<SourceFile> Matching(IReadOnlyList<string> patterns, string folder)
    {
        var found = new List<string>();
        string[] excluded = [.. patterns.Where(pattern => pattern.StartsWith('!')).Select(pattern => pattern[1..])];
        foreach (var pattern in patterns.Where(pattern => !pattern.StartsWith('!')))
        {
            if (FileGlob.HasWildcard(pattern))
            {
                found.AddRange(FileGlob.Find(folder, pattern, excluded));
                continue;
            }

            var full = Path.GetFullPath(pattern, folder);
            found.Add(File.Exists(full) ? full : throw Missing(full));
        }

        return Named(found);
    }

    /// <summary>The backlog under one of the usual names, searched from the working folder upward; none when there is none.</summary>
    public ImmutableArray<SourceFile> Usual() =>
        workspace.FoldersUpward().Select(UsualIn).FirstOrDefault(path => path is not null) is { } path
            ? [workspace.Name(path)]
            : [];

    /// <summary>The archive of a backlog; null when there is none.</summary>
    public SourceFile? ArchiveOf(SourceFile backlog)
    {
        var path = ArchivePath.Of(backlog.FullPath, archiveOf(backlog.FullPath));
        return File.Exists(path) && RealPath.Of(path) != RealPath.Of(backlog.FullPath) ? workspace.Name(path) : null;
    }

    /// <summary>Leaves out what was there already under another name, and archives.</summary>
    private ImmutableArray<SourceFile> Named(List<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. paths.Where(path => !IsArchive(path) && seen.Add(RealPath.Of(path))).Select(workspace.Name)];
    }

    private bool IsArchive(string path) =>
        Path.GetFileNameWithoutExtension(path).EndsWith(".archive", StringComparison.OrdinalIgnoreCase)
        || (archiveOf(path) is { } archive && IsBelowSomeFolder(path, archive));

    /// <summary>Whether a path is what the relative path leads to from the folder of some backlog.</summary>
    private static bool IsBelowSomeFolder(string path, string relative)
    {
        var end = Path.GetFullPath(relative, Path.GetPathRoot(path)!)[Path.GetPathRoot(path)!.Length..];
        return path.EndsWith(Path.DirectorySeparatorChar + end, StringComparison.Ordinal);
    }

    private static string? UsualIn(string root)
    {
        var entries = Entries(root);
        return First(entries, UsualNames)
            ?? UsualFolders
                .Select(folder => First(entries, [folder]))
                .OfType<string>()
                .Select(folder => First(Entries(folder), UsualNames))
                .FirstOrDefault(path => path is not null);
    }

    /// <summary>The entry with the first of the names; the exact name before one in another case.</summary>
    private static string? First(IReadOnlyList<string> entries, ImmutableArray<string> names) =>
        names
            .Select(name =>
                entries
                    .Where(entry => Path.GetFileName(entry).Equals(name, StringComparison.OrdinalIgnoreCase))
                    .OrderBy(entry => Path.GetFileName(entry) == name ? 0 : 1)
                    .ThenBy(entry => entry, StringComparer.Ordinal)
                    .FirstOrDefault()
            )
            .FirstOrDefault(path => path is not null);

    private static string[] Entries(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be listed holds nothing that could be judged.
            return [];
        }
    }

    private InputException Missing(string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        while (!Directory.Exists(folder))
        {
            (fullPath, folder) = (folder, Path.GetDirectoryName(folder)!);
        }

        var entries = Entries(folder).Select(entry => Path.GetFileName(entry));
        var nearest = NearestName.Of(Path.GetFileName(fullPath), entries);
        return new InputException(
            new InputError(
                "no such file or folder",
                nearest is null ? "Check the path." : $"Did you mean {workspace.Shown(Path.Join(folder, nearest))}?",
                workspace.Shown(fullPath)
            )
        );
    }

    // Most likely a variable of a script that is not set: judging another file instead would hide that.
    private static InputException Nameless() =>
        new(new InputError("empty path", "Pass the path of a file or a folder, or omit it."));

    private InputException OnlyAnArchive(string path) =>
        new(
            new InputError(
                "this is the archive of a backlog",
                "Check the backlog; its archive is read with it.",
                workspace.Shown(path)
            )
        );
}
