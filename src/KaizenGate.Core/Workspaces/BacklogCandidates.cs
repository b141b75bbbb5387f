using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Workspaces;

/// <summary>Finds the files of a repository whose names suggest a backlog, also where <see cref="BacklogFinder"/> does not look.</summary>
internal static class BacklogCandidates
{
    /// <summary>Folders below the root that are searched.</summary>
    private const int MaxDepth = 4;

    /// <summary>A repository with more folders is searched in part.</summary>
    private const int MaxFolders = 5_000;

    private const string Extension = ".md";

    /// <summary>Folders of other tools, which begin with a dot.</summary>
    private static readonly string[] ToolFolders = [".agents", ".backlog", ".beads", ".taskmaster"];

    /// <summary>The files of other tools, by name; where it says little, with the folder in which it counts.</summary>
    private static readonly (string Name, string? Folder)[] ToolFiles =
    [
        ("issues.jsonl", ".beads"),
        ("next-work.jsonl", null),
        ("tasks.json", "tasks"),
        ("todo.txt", null),
        ("done.txt", null),
        ("config.yml", null),
        ("config.yaml", null),
        ("backlog.config.yml", null),
        ("backlog.config.yaml", null),
    ];

    /// <summary>Names of exports of trackers, in addition to those of lists.</summary>
    private static readonly string[] Exports =
    [
        "azure",
        "backlog",
        "export",
        "gitlab",
        "improvements",
        "jira",
        "linear",
    ];

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
                    else if (!isFolder && IsSupported(path))
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
        || ToolFolders.AsSpan().Contains(name.ToString())
        || (!name.StartsWith('.') && !Skipped.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name));

    private static bool IsNamed(ReadOnlySpan<char> name) => IsUsual(name) || IsCandidate(name) || IsOfTool(name);

    private static bool IsOfTool(ReadOnlySpan<char> name)
    {
        foreach (var file in ToolFiles)
        {
            if (name.Equals(file.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a file with one of the names is where a tool has it, and settings are those of a folder of tasks.</summary>
    private static bool IsSupported(string path)
    {
        var name = Path.GetFileName(path);
        var folder = Path.GetFileName(Path.GetDirectoryName(path));
        return Array.Find(ToolFiles, file => name.Equals(file.Name, StringComparison.OrdinalIgnoreCase)) switch
        {
            (null, _) => true,
            (_, { } own) => own.Equals(folder, StringComparison.OrdinalIgnoreCase),
            (var file, _) => !file.Contains("config", StringComparison.Ordinal)
                || TaskFolder.Of(SourceFile.Named(path)) is not null,
        };
    }

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
        (name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && Names.Contains(Plain(name)))
        || (
            name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            && (Names.Contains(Plain(name)) || Exports.Contains(Plain(name)))
        );

    /// <summary>Returns the name without its extension, in lower case without separators.</summary>
    private static string Plain(ReadOnlySpan<char> name) =>
        string.Concat($"{Path.GetFileNameWithoutExtension(name)}".ToLowerInvariant().Where(char.IsLetterOrDigit));
}
