using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds the backlogs of a run and their archives.</summary>
/// <param name="workspace">The working folder.</param>
/// <param name="archiveOf">Returns the archive of a backlog, given by its absolute path, relative to the backlog's folder; null for <c>NAME.archive.md</c> next to <c>NAME.md</c>.</param>
internal sealed class BacklogFinder(Workspace workspace, Func<string, string?> archiveOf)
{
    /// <param name="workspace">The working folder.</param>
    /// <param name="archive">The archive of every backlog.</param>
    public BacklogFinder(Workspace workspace, string? archive = null)
        : this(workspace, _ => archive) { }

    /// <summary>From this number of files on, the system is asked about several at the same time.</summary>
    private const int ManyFiles = 64;

    /// <summary>Is told the absolute paths before the archives of many are asked for.</summary>
    public Action<IReadOnlyList<string>>? Expect { get; init; }

    private const string InSettings = "`backlogs` in the settings";

    /// <summary>The usual names of a backlog, in any case, in order of preference.</summary>
    public static ImmutableArray<string> UsualNames { get; } =
    ["IMPROVEMENTS.md", "IMPROVEMENT_BACKLOG.md", "improvement-backlog.md", "BACKLOG.md", "KAIZEN.md"];

    /// <summary>The folders below a root that are searched after the root itself.</summary>
    public static ImmutableArray<string> UsualFolders { get; } = ["docs", ".github", ".kaizen"];

    /// <summary>Finds the backlogs at paths from the command line: files, or folders that are searched for the usual names.</summary>
    /// <returns>The distinct files in the order of the paths; empty when all paths are folders without a backlog.</returns>
    /// <exception cref="InputException">A path is empty or does not exist, the only files are archives, or one of several folders has no backlog.</exception>
    public ImmutableArray<SourceFile> At(IReadOnlyList<string> paths)
    {
        var found = new List<string>();
        string? empty = null;
        foreach (var path in paths)
        {
            var full = path.Length > 0 ? workspace.FullPath(path) : throw EmptyPath();
            if (Directory.Exists(full))
            {
                if ((TaskFolder.In(full) ?? UsualIn(full)) is { } usual)
                {
                    found.Add(Supplied(usual, usual));
                }
                else
                {
                    empty ??= full;
                }
            }
            else if (File.Exists(full))
            {
                found.Add(workspace.Contained.Given(full, "the backlog"));
            }
            else if (FileGlob.HasWildcard(path))
            {
                // A shell that expands patterns passes one on when nothing matches, and others pass it on as it is.
                var matches = FileGlob.Find(workspace.Folder, path.Replace('\\', '/'), []).ToList();
                found.AddRange(
                    matches.Count > 0
                        ? matches.Select(match => Supplied(match, workspace.Folder))
                        : throw new InputException($"no file matches {Quote.Of(path)}", "Check the pattern.")
                );
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

    /// <summary>Finds the backlogs that the settings name.</summary>
    /// <param name="patterns">Paths and globs relative to <paramref name="folder"/>; one that starts with <c>!</c> excludes files.</param>
    /// <param name="folder">The folder of the settings; absolute.</param>
    /// <param name="unmatched">Receives the patterns with wildcards that match no file; null to ignore them.</param>
    /// <returns>The distinct files in the order of the patterns, those of one glob ordered by path.</returns>
    /// <exception cref="InputException">A path without wildcards does not exist.</exception>
    public ImmutableArray<SourceFile> Matching(
        IReadOnlyList<string> patterns,
        string folder,
        ICollection<string>? unmatched = null
    )
    {
        var found = new List<string>();
        string[] excluded = [.. patterns.Where(pattern => pattern.StartsWith('!')).Select(pattern => pattern[1..])];
        foreach (var pattern in patterns.Where(pattern => !pattern.StartsWith('!')))
        {
            if (FileGlob.HasWildcard(pattern))
            {
                workspace.Contained.Supplied(FileGlob.StartOf(folder, pattern), folder, InSettings);
                var before = found.Count;
                found.AddRange(FileGlob.Find(folder, pattern, excluded));
                if (found.Count == before)
                {
                    unmatched?.Add(pattern);
                }

                continue;
            }

            var full = Path.GetFullPath(pattern, folder);
            workspace.Contained.Supplied(full, folder, InSettings, workspace.Shown(full));
            found.Add(File.Exists(full) ? full : TaskFolder.In(full) ?? throw Missing(full));
        }

        return Named(found, folder);
    }

    /// <summary>Searches for a backlog with a usual name from the working folder upward; empty when there is none.</summary>
    public ImmutableArray<SourceFile> Usual() =>
        workspace.FoldersUpward().Select(UsualIn).FirstOrDefault(path => path is not null) is { } path
            ? [workspace.Name(Supplied(path, path))]
            : [];

    /// <summary>The other files with a usual name in the folders where <see cref="Usual"/> finds one.</summary>
    /// <param name="found">What it found.</param>
    public ImmutableArray<SourceFile> AlsoUsual(ImmutableArray<SourceFile> found)
    {
        var root = workspace.FoldersUpward().FirstOrDefault(folder => UsualIn(folder) is not null);
        return root is null
            ? []
            :
            [
                .. Named([
                        .. UsualFolders
                            .Select(folder => First(Entries(root), [folder]))
                            .OfType<string>()
                            .Prepend(root)
                            .SelectMany(folder => UsualNames.Select(name => First(Entries(folder), [name])))
                            .OfType<string>(),
                    ])
                    .Except(found),
            ];
    }

    private string Supplied(string path, string owner) =>
        workspace.Contained.Supplied(path, owner, "the backlog", workspace.Shown(path));

    /// <summary>Returns the archive of each of some backlogs; null for one without.</summary>
    public Func<SourceFile, SourceFile?> ArchivesOf(ImmutableArray<SourceFile> backlogs)
    {
        var archives = backlogs
            .Zip(Concurrently.Select(backlogs, ArchiveOf, ManyFiles))
            .ToDictionary(one => one.First, one => one.Second);
        return backlog => archives[backlog];
    }

    /// <summary>Returns the archive of a backlog; null when it does not exist.</summary>
    public SourceFile? ArchiveOf(SourceFile backlog)
    {
        var archive = workspace.ArchiveOf(backlog.FullPath, archiveOf(backlog.FullPath));
        return File.Exists(archive.FullPath) && RealPath.Of(archive.FullPath) != RealPath.Of(backlog.FullPath)
            ? archive
            : null;
    }

    /// <summary>Removes archives, and files that occur twice under different names.</summary>
    /// <param name="paths">The absolute paths.</param>
    /// <param name="owner">What supplies them; null when they were checked.</param>
    private ImmutableArray<SourceFile> Named(List<string> paths, string? owner = null)
    {
        Expect?.Invoke(paths);
        var named = Concurrently.Select<string, (string Real, SourceFile File)?>(
            paths,
            path =>
            {
                path = owner is null ? path : Supplied(path, owner);
                if (IsArchive(path))
                {
                    return null;
                }

                path = TaskFolder.Around(path) ?? path; // Tasks of one folder are one backlog.
                return (RealPath.Of(path), workspace.Name(path));
            },
            ManyFiles
        );
        return [.. named.OfType<(string Real, SourceFile File)>().DistinctBy(one => one.Real).Select(one => one.File)];
    }

    /// <summary>Whether a path is that of an archive.</summary>
    public bool IsArchive(string path) =>
        Path.GetFileNameWithoutExtension(path).EndsWith(".archive", StringComparison.OrdinalIgnoreCase)
        || (archiveOf(path) is { } archive && IsBelowSomeFolder(path, archive));

    /// <summary>Whether the relative path, from the folder of some backlog, leads to a path.</summary>
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

    /// <summary>Returns the entry with the first matching name; an exact match before one in another case.</summary>
    private static string? First(string[] entries, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            string? inOtherCase = null;
            foreach (var entry in entries)
            {
                var own = Path.GetFileName(entry.AsSpan());
                if (own.SequenceEqual(name))
                {
                    return entry;
                }

                if (
                    own.Equals(name, StringComparison.OrdinalIgnoreCase)
                    && (inOtherCase is null || string.CompareOrdinal(entry, inOtherCase) < 0)
                )
                {
                    inOtherCase = entry;
                }
            }

            if (inOtherCase is not null)
            {
                return inOtherCase;
            }
        }

        return null;
    }

    private static string[] Entries(string folder) => [.. FolderEntries.Of(folder).Select(entry => entry.Path)];

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

    // Probably an unset variable of a script: checking another file instead would hide that.
    private static InputException EmptyPath() =>
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
