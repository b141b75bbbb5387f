using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Workspaces;

/// <summary>The working folder, and the names of files relative to it.</summary>
internal sealed class Workspace
{
    private const string GitFolder = ".git";

    /// <param name="folder">The working folder; absolute.</param>
    public Workspace(string folder)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Contained = new(Folder);
    }

    /// <summary>Keeps what a repository supplies inside of it.</summary>
    public Containment Contained { get; }

    /// <summary>The working folder; absolute, without a trailing separator.</summary>
    public string Folder { get; }

    /// <summary>The root of the repository, or else the working folder; absolute, without symbolic links.</summary>
    public string Root => Contained.Root;

    /// <summary>
    /// The folders to search for a backlog: the working folder and those above it, up to the first with settings or a repository.
    /// Only the working folder when there is none.
    /// </summary>
    public IEnumerable<string> FoldersUpward()
    {
        var folders = new List<string>();
        for (var folder = Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            folders.Add(folder);
            if (File.Exists(Path.Join(folder, SettingsLoader.FileName)) || Path.Exists(Path.Join(folder, GitFolder)))
            {
                return folders;
            }
        }

        return [Folder];
    }

    /// <summary>Resolves a path relative to the working folder.</summary>
    public string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Folder));

    /// <summary>Returns the names of a file for reports.</summary>
    public SourceFile Name(string path)
    {
        var full = FullPath(path);
        return new SourceFile(Slashes(full), Shown(full), RootPathOf(RealPath.Of(full)));
    }

    /// <summary>Returns the path relative to the working folder if it is below it, else absolute.</summary>
    public string Shown(string fullPath) => ShownPath.Of(fullPath, Folder);

    /// <summary>The archive of a backlog, whether it exists or not.</summary>
    /// <param name="backlog">The absolute path of the backlog.</param>
    /// <param name="archive">The archive in the settings; see <see cref="ArchivePath.Of"/>.</param>
    /// <exception cref="InputException">It is outside of the repository.</exception>
    public SourceFile ArchiveOf(string backlog, string? archive)
    {
        var path = ArchivePath.Of(backlog, archive);
        return Name(
            Contained.Supplied(
                path,
                backlog,
                archive is null ? "the archive" : "`archive` in the settings",
                Shown(path)
            )
        );
    }

    private string RootPathOf(string realPath)
    {
        // A file below this root is named from it, even if it is in a nested repository.
        if (Below(Root, realPath) is { } inside)
        {
            return Slashes(inside);
        }

        return Slashes(
            RepositoryFolder.Above(Path.GetDirectoryName(realPath)) is { } other
                ? Below(other, realPath) ?? realPath
                : realPath
        );
    }

    private static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return
            Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}")
            ? null
            : relative;
    }

    // Elsewhere than on Windows, a backslash may be part of a name.
    private static string Slashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
