using Microsoft.Extensions.FileSystemGlobbing;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds files by a pattern with <c>*</c> and <c>**</c>, in any case on every system.</summary>
internal static class FileGlob
{
    /// <summary>Folders with many files and no backlog of the project.</summary>
    private static readonly string[] Skipped = [".git", "node_modules"];

    /// <summary>From this number of folders on, several are listed at the same time.</summary>
    private const int ManyFolders = 64;

    public static bool HasWildcard(string pattern) => pattern.Contains('*');

    /// <summary>Returns the files below a folder that match a pattern and none of the excluded ones, ordered by path.</summary>
    /// <exception cref="InputException">A pattern goes up again after a folder.</exception>
    public static IEnumerable<string> Find(string folder, string pattern, IReadOnlyCollection<string> excluded)
    {
        // Only the folder before the first wildcard has to be searched.
        var fixedLength = FixedLength(pattern);
        if ((excluded.FirstOrDefault(GoesUp) ?? (GoesUp(pattern[fixedLength..]) ? pattern : null)) is { } wrong)
        {
            throw new InputException(
                $"the pattern {Quote.Of(wrong)} goes up with \"..\" after a folder",
                "Write it without \"..\"; only its start can go up."
            );
        }

        var start = StartOf(folder, pattern);
        var wanted = new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(pattern[fixedLength..]);
        var unwanted = excluded
            .GroupBy(one => one[..UpLength(one)], one => one[UpLength(one)..])
            .Select(up => (Start: Path.GetFullPath(up.Key, folder), Matcher: MatcherOf(up)))
            .ToList();
        return FilesBelow(start, new GlobSegments(pattern[fixedLength..]), IsMatch).Order(StringComparer.Ordinal);

        bool IsMatch(string file) =>
            wanted.Match(start, file).HasMatches
            && !unwanted.Exists(one => one.Matcher.Match(one.Start, file).HasMatches);
    }

    private static Matcher MatcherOf(IEnumerable<string> patterns)
    {
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(patterns);
        return matcher;
    }

    /// <summary>The length of the start of a pattern that goes up: of <c>../../</c>.</summary>
    private static int UpLength(string pattern)
    {
        var length = 0;
        while (pattern.AsSpan(length).StartsWith("../"))
        {
            length += 3;
        }

        return length;
    }

    private static bool GoesUp(string pattern) => pattern[UpLength(pattern)..].Split('/').Contains("..");

    /// <summary>The folder that a pattern searches; absolute.</summary>
    public static string StartOf(string folder, string pattern) =>
        Path.GetFullPath(pattern[..FixedLength(pattern)], folder);

    /// <summary>The length of the folder before the first wildcard of a pattern.</summary>
    public static int FixedLength(string pattern) => pattern.AsSpan(0, pattern.IndexOf('*')).LastIndexOf('/') + 1;

    /// <summary>Returns the files that match, in any order.</summary>
    /// <param name="start">The folder that is searched.</param>
    /// <param name="segments">The names that may match. The system is asked about those only: folders can have many others.</param>
    /// <param name="isMatch">Whether a file matches.</param>
    private static List<string> FilesBelow(string start, GlobSegments segments, Func<string, bool> isMatch)
    {
        var files = new List<string>();
        List<string> folders = [start];
        for (var depth = 0; folders.Count > 0; depth++)
        {
            var listed = Concurrently.Select(folders, folder => List(folder, depth), ManyFolders);
            files.AddRange(listed.SelectMany(folder => folder.Files));
            folders = [.. listed.SelectMany(folder => folder.Folders)];
        }

        return files;

        (List<string> Files, List<string> Folders) List(string folder, int depth)
        {
            var (files, folders) = (new List<string>(), new List<string>());
            var entries = FolderEntries.Of(
                folder,
                (name, isFolder) =>
                    isFolder
                        ? segments.MayLead(depth, name) && !Skipped.Contains(name.ToString())
                        : segments.MayMatch(depth, name)
            );
            foreach (var (path, isFolder) in entries)
            {
                if (!isFolder && isMatch(path))
                {
                    files.Add(path);
                }
                else if (isFolder && new DirectoryInfo(path).LinkTarget is null)
                {
                    // A linked folder may lead back here, and its files are found at their real location.
                    folders.Add(path);
                }
            }

            return (files, folders);
        }
    }
}
