namespace KaizenGate.Core.Workspaces;

/// <summary>Finds the files of a repository whose names suggest a backlog, also where <see cref="BacklogFinder"/> does not look.</summary>
internal static class BacklogCandidates
{
    /// <summary>Folders below the root that are searched.</summary>
    private const int MaxDepth = 4;

    /// <summary>A repository with more folders is searched in part.</summary>
    private const int MaxFolders = 5_000;

    private const string Extension = ".md";

    /// <summary>Names of lists that teams keep, in lower case without separators and extension.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "debt",
        "ideas",
        "improvement",
        "improvementideas",
        "issues",
        "kaizenbacklog",
        "retro",
        "retroactions",
        "roadmap",
        "tasks",
        "techdebt",
        "technicaldebt",
        "todo",
        "todos",
        "wishlist",
    };

    /// <summary>Folders with files of others or with build output.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "artifacts",
        "bin",
        "build",
        "dist",
        "node_modules",
        "obj",
        "out",
        "packages",
        "target",
        "third_party",
        "vendor",
    };

    /// <summary>Returns absolute paths: those with a usual name first, otherwise ordered by depth and path.</summary>
    /// <param name="root">The folder to search; absolute. Links are not followed.</param>
    public static ImmutableArray<(string Path, bool IsUsual)> In(string root)
    {
        var found = new List<(string Path, bool IsUsual)>();
        var folders = new List<string> { root };
        var searched = 0;
        for (var depth = 0; depth <= MaxDepth && folders.Count > 0; depth++)
        {
            var below = new List<string>();
            foreach (var folder in folders.TakeWhile(_ => searched++ < MaxFolders))
            {
                var entries = FolderEntries.Of(folder, (name, isFolder) => isFolder ? IsSearched(name) : IsNamed(name));
                foreach (var (path, isFolder) in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
                {
                    if (isFolder && new DirectoryInfo(path).LinkTarget is null)
                    {
                        below.Add(path);
                    }
                    else if (!isFolder)
                    {
                        found.Add((path, IsUsual(Path.GetFileName(path))));
                    }
                }
            }

            folders = below;
        }

        return [.. found.OrderByDescending(one => one.IsUsual)];
    }

    private static bool IsSearched(ReadOnlySpan<char> name) =>
        name is ".github" or ".kaizen"
        || (!name.StartsWith('.') && !Skipped.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name));

    private static bool IsNamed(ReadOnlySpan<char> name) => IsUsual(name) || IsCandidate(name);

    private static bool IsUsual(ReadOnlySpan<char> name)
    {
        foreach (var usual in BacklogFinder.UsualNames)
        {
            if (name.Equals(usual, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCandidate(ReadOnlySpan<char> name) =>
        name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        && Names.Contains(string.Concat($"{name[..^Extension.Length]}".ToLowerInvariant().Where(char.IsLetterOrDigit)));
}
