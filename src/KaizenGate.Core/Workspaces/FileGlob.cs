using System.IO.Enumeration;
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
        return FilesBelow(start, new GlobSegments(pattern[fixedLength..]))
            .Where(file => wanted.Match(start, file).HasMatches && !unwanted.Match(folder, file).HasMatches)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Returns the files that may match. The system is asked about names that may match only: folders can have many others.</summary>
    private static IEnumerable<string> FilesBelow(string start, GlobSegments segments)
    {
        var folders = new Stack<(string Path, int Depth)>(Directory.Exists(start) ? [(start, 0)] : []);
        while (folders.TryPop(out var folder))
        {
            foreach (var (path, isFolder) in EntriesOf(folder.Path, folder.Depth, segments))
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

    private static FileSystemEnumerable<(string Path, bool IsFolder)> EntriesOf(
        string folder,
        int depth,
        GlobSegments segments
    ) =>
        new(
            folder,
            (ref entry) => (entry.ToFullPath(), entry.IsDirectory),
            new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0 }
        )
        {
            ShouldIncludePredicate = (ref entry) =>
                entry.IsDirectory
                    ? segments.MayLead(depth, entry.FileName) && !Skipped.Contains(entry.FileName.ToString())
                    : segments.MayMatch(depth, entry.FileName),
        };
}
