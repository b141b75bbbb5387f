using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Workspaces;

/// <summary>The folder that a run starts in, and the names that it gives to files.</summary>
internal sealed class Workspace
{
    private const string GitFolder = ".git";

    private readonly string realFolder;
    private readonly string? repository;

    /// <param name="folder">The working folder; absolute.</param>
    public Workspace(string folder)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        realFolder = RealPath.Of(Folder);
        repository = RepositoryAbove(realFolder);
    }

    /// <summary>The working folder; absolute, without a separator at its end.</summary>
    public string Folder { get; }

    /// <summary>The root of the repository, else the working folder; absolute, without symbolic links.</summary>
    public string Root => repository ?? realFolder;

    /// <summary>
    /// The folders in which a backlog is looked for: the working folder and those above it, up to the first that holds
    /// the settings or the repository. The working folder alone when none does.
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

    /// <summary>An absolute path from one that may be relative to the working folder.</summary>
    public string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Folder));

    /// <summary>Names a file for reports.</summary>
    public SourceFile Name(string path)
    {
        var full = FullPath(path);
        return new SourceFile(Slashes(full), Shown(full), RootPathOf(RealPath.Of(full)));
    }

    /// <summary>The path a person would type: relative below the working folder, else absolute.</summary>
    public string Shown(string fullPath) => ShownPath.Of(fullPath, Folder);

    private string RootPathOf(string realPath)
    {
        // A file of this repository is named from its root even when a repository inside of it holds the file.
        if (Below(Root, realPath) is { } inside)
        {
            return Slashes(inside);
        }

        return Slashes(
            RepositoryAbove(Path.GetDirectoryName(realPath)) is { } other
                ? Below(other, realPath) ?? realPath
                : realPath
        );
    }

    /// <summary>The folder, at or above this one, that holds a repository; null when none does.</summary>
    internal static string? RepositoryAbove(string? folder)
    {
        while (folder is not null && !Path.Exists(Path.Join(folder, GitFolder)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return
            Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}")
            ? null
            : relative;
    }

    // A backslash is a separator on Windows only; elsewhere it may be part of a name.
    private static string Slashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
