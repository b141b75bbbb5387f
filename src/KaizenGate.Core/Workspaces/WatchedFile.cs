namespace KaizenGate.Core.Workspaces;

/// <summary>How the path of a watched file is compared.</summary>
internal enum WatchedKind
{
    /// <summary>Exactly.</summary>
    Literal,

    /// <summary>Without regard to case.</summary>
    AnyCase,

    /// <summary>As a pattern with <c>*</c> and <c>**</c>, without regard to case.</summary>
    Glob,
}

/// <summary>A file, or a pattern of files, whose changes a hook checks.</summary>
/// <param name="Path">Relative to the top level, with slashes.</param>
/// <param name="Kind">How it is compared.</param>
internal sealed record WatchedFile(string Path, WatchedKind Kind)
{
    /// <summary>The archive of a backlog has its name with this before the extension.</summary>
    private const string ArchiveEnd = ".archive.md";

    /// <summary>What is watched at the top level of a repository without settings.</summary>
    public static ImmutableArray<WatchedFile> OfDefaults { get; } =
    [
        .. UsualPlaces
            .SelectMany(path => new[] { path, ArchivePath.InRepository(path, null)! })
            .Select(path => new WatchedFile(path, WatchedKind.AnyCase)),
        new("kaizen.baseline.json", WatchedKind.Literal),
        new("**/kaizen.json", WatchedKind.Glob),
    ];

    /// <summary>The paths at which a backlog is found without settings, relative to a root, with slashes.</summary>
    public static IEnumerable<string> UsualPlaces =>
        BacklogFinder
            .UsualFolders.Select(folder => $"{folder}/")
            .Prepend("")
            .SelectMany(folder => BacklogFinder.UsualNames.Select(name => folder + name));

    /// <summary>The pathspec for git, from the top level.</summary>
    public string PathSpec =>
        Kind switch
        {
            WatchedKind.Glob => $":(top,glob,icase){Escaped(Path, @"?[\")}",
            WatchedKind.AnyCase => $":(top,icase){Path}",
            _ => $":(top,literal){Path}",
        };

    /// <summary>Returns a regular expression that matches the paths, without regard to case, in the syntax of Python and .NET.</summary>
    public static string Regex(IReadOnlyCollection<WatchedFile> files) =>
        $"(?i)^({string.Join('|', Parts(files, RegexOf, "(", "|", ")", @"(\.archive)?\.md"))})$";

    /// <summary>Returns a glob with braces that matches the paths, for programs in which <c>*</c> may also match slashes.</summary>
    public static string Glob(IReadOnlyCollection<WatchedFile> files) =>
        $"{{{string.Join(',', Parts(files, GlobOf, "{", ",", "}", "{,.archive}.md"))}}}";

    /// <summary>Returns one pattern for all fixed paths with the same names in several folders, and one for each glob.</summary>
    private static IEnumerable<string> Parts(
        IReadOnlyCollection<WatchedFile> files,
        Func<string, bool, string> patternOf,
        string open,
        string or,
        string close,
        string archived
    )
    {
        var fixedPaths = files
            .Where(file => file.Kind != WatchedKind.Glob)
            .GroupBy(file => (file.Kind, Folder: file.Path[..(file.Path.LastIndexOf('/') + 1)]))
            .Select(folder =>
                (folder.Key.Folder, Names: folder.Select(file => file.Path[folder.Key.Folder.Length..]).ToArray())
            )
            .GroupBy(folder => Names(folder.Names), folder => patternOf(folder.Folder, false));
        foreach (var same in fixedPaths)
        {
            yield return One([.. same]) + same.Key;
        }

        foreach (var glob in files.Where(file => file.Kind == WatchedKind.Glob))
        {
            yield return patternOf(glob.Path, true);
        }

        string One(string[] patterns) => patterns.Length == 1 ? patterns[0] : open + string.Join(or, patterns) + close;

        string Names(string[] names)
        {
            var stems = names
                .Where(name => name.EndsWith(ArchiveEnd, StringComparison.Ordinal))
                .Select(name => name[..^ArchiveEnd.Length])
                .ToArray();
            var pairs = stems.SelectMany(stem => new[] { $"{stem}.md", stem + ArchiveEnd });
            return stems.Length > 0 && pairs.ToHashSet().SetEquals(names)
                ? One([.. stems.Select(stem => patternOf(stem, false))]) + archived
                : One([.. names.Select(name => patternOf(name, false))]);
        }
    }

    private static string RegexOf(string path, bool isGlob)
    {
        // Not Regex.Escape, which also escapes spaces and "#".
        var text = Escaped(path, @".\+^$()[]{}|?" + (isGlob ? "" : "*"));
        return !isGlob
            ? text
            : text.Replace("**/", "\0", StringComparison.Ordinal)
                .Replace("**", "\u0001", StringComparison.Ordinal)
                .Replace("*", "[^/]*", StringComparison.Ordinal)
                .Replace("\u0001", ".*", StringComparison.Ordinal)
                .Replace("\0", "(.*/)?", StringComparison.Ordinal);
    }

    private static string GlobOf(string path, bool isGlob)
    {
        var text = Escaped(path, @"\[]{}?,!" + (isGlob ? "" : "*"));
        return isGlob ? text.Replace("**/", "{,**/}", StringComparison.Ordinal) : text;
    }

    private static string Escaped(string text, string signs) =>
        string.Concat(text.Select(sign => signs.Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}"));
}
