namespace KaizenGate.Core.Files;

/// <summary>Finds the repository of a folder without running git.</summary>
internal static class RepositoryFolder
{
    private const string Git = ".git";

    /// <summary>Returns the root of the repository at or above a folder; null when there is none.</summary>
    public static string? Above(string? folder) =>
        folder is null ? null
        : RealPath.Repositories is { } known ? known.GetOrAdd(folder, Search)
        : Search(folder);

    private static string? Search(string start)
    {
        var folder = start;
        while (folder is not null && !Path.Exists(Path.Join(folder, Git)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    /// <summary>Returns the working tree that contains a folder, with its git folder; null outside of a working tree.</summary>
    public static (string Root, string Git)? Of(string? folder)
    {
        if (Above(folder) is not { } root)
        {
            return null;
        }

        var git = Path.Join(root, Git);
        if (Directory.Exists(git))
        {
            return (root, git);
        }

        try
        {
            // In a linked working tree or a submodule `.git` is a file.
            var link = PlainFile.ReadText(git).Trim();
            var target = link.StartsWith("gitdir:", StringComparison.Ordinal)
                ? Path.GetFullPath(link[7..].Trim(), root)
                : "";
            return Directory.Exists(target) ? (root, target) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Returns the git folder that all working trees of a repository share; null when its link leads nowhere.</summary>
    /// <param name="git">The absolute path of the git folder of one of them.</param>
    public static string? CommonOf(string git)
    {
        var link = Path.Join(git, "commondir");
        if (!File.Exists(link))
        {
            return git;
        }

        try
        {
            var target = Path.GetFullPath(PlainFile.ReadText(link).Trim(), git);
            return Directory.Exists(target) ? target : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
