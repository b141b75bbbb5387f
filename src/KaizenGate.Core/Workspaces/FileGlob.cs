using Microsoft.Extensions.FileSystemGlobbing;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds files by a pattern with <c>*</c> and <c>**</c>, in any case on every system.</summary>
internal static class FileGlob
{
    /// <summary>Folders with many files and no backlog of the project.</summary>
    private static readonly string[] Skipped = [".git", "node_modules"];

    public static bool HasWildcard(string pattern) => pattern.Contains('*');

    /// <summary>Returns the files below a folder that match a pattern and none of the excluded ones, ordered by path.</summary>
    public static IEnumerable<string> Find(string folder, string pattern, IEnumerable<string> excluded)
    {
        // Only the folder before the first wildcard has to be searched.
        var fixedLength = pattern.AsSpan(0, pattern.IndexOf('*')).LastIndexOf('/') + 1;
        var start = Path.GetFullPath(pattern[..fixedLength], folder);
        var wanted = new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(pattern[fixedLength..]);
        var unwanted = new Matcher(StringComparison.OrdinalIgnoreCase);
        unwanted.AddIncludePatterns(excluded);
        return FilesBelow(start)
            .Where(file => wanted.Match(start, file).HasMatches && !unwanted.Match(folder, file).HasMatches)
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FilesBelow(string start)
    {
        var folders = new Stack<DirectoryInfo>(Directory.Exists(start) ? [new DirectoryInfo(start)] : []);
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0 };
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", options))
            {
                if (entry is not DirectoryInfo below)
                {
                    yield return entry.FullName;
                }
                else if (below.LinkTarget is null && !Skipped.Contains(below.Name))
                {
                    // A linked folder may lead back here, and its files are found at their real location.
                    folders.Push(below);
                }
            }
        }
    }
}
