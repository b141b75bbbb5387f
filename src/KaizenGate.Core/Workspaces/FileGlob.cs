using Microsoft.Extensions.FileSystemGlobbing;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds files by a pattern with <c>*</c> and <c>**</c>, in any case on every system.</summary>
internal static class FileGlob
{
    /// <summary>Folders with many files and no backlog of the project.</summary>
    private static readonly string[] Skipped = [".git", "node_modules"];

    public static bool HasWildcard(string pattern) => pattern.Contains('*');

    /// <summary>Returns the files below a folder that match a pattern and none of the excluded ones, ordered by path.</summary>
    public static IEnumerable<string> Find(string folder, string pattern, IReadOnlyCollection<string> excluded)
    {
        // Only the folder before the first wildcard has to be searched.
        var fixedLength = FixedLength(pattern);
        var start = StartOf(folder, pattern);
        var wanted = new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(pattern[fixedLength..]);
        var unwanted = new Matcher(StringComparison.OrdinalIgnoreCase);
        unwanted.AddIncludePatterns(excluded);
        return FilesBelow(start, new GlobSegments(pattern[fixedLength..]))
            .Where(file =>
                wanted.Match(start, file).HasMatches
                && (excluded.Count == 0 || !unwanted.Match(folder, file).HasMatches)
            )
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The folder that a pattern searches; absolute.</summary>
    public static string StartOf(string folder, string pattern) =>
        Path.GetFullPath(pattern[..FixedLength(pattern)], folder);

    /// <summary>The length of the folder before the first wildcard of a pattern.</summary>
    public static int FixedLength(string pattern) => pattern.AsSpan(0, pattern.IndexOf('*')).LastIndexOf('/') + 1;

    /// <summary>Returns the files that may match. The system is asked about names that may match only: folders can have many others.</summary>
    private static IEnumerable<string> FilesBelow(string start, GlobSegments segments)
    {
        var folders = new Stack<(string Path, int Depth)>([(start, 0)]);
        while (folders.TryPop(out var folder))
        {
            var entries = FolderEntries.Of(
                folder.Path,
                (name, isFolder) =>
                    isFolder
                        ? segments.MayLead(folder.Depth, name) && !Skipped.Contains(name.ToString())
                        : segments.MayMatch(folder.Depth, name)
            );
            foreach (var (path, isFolder) in entries)
            {
                if (!isFolder)
                {
                    yield return path;
                }
                else if (new DirectoryInfo(path).LinkTarget is null)
                {
                    // A linked folder may lead back here, and its files are found at their real location.
                    folders.Push((path, folder.Depth + 1));
                }
            }
        }
    }
}
