using KaizenGate.Core.Files;
using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>
/// A folder with one task per file, as Backlog.md writes it: together one backlog. Its settings, <c>backlog/config.yml</c> or
/// <c>backlog.config.yml</c> in the root, stand for it wherever the file of a backlog is needed.
/// </summary>
/// <param name="Folder">The folder with the folders of tasks; absolute, without a trailing separator.</param>
/// <param name="Statuses">The statuses in their order; the last one means done.</param>
internal sealed record TaskFolder(string Folder, ImmutableArray<string> Statuses)
{
    private const string FolderKey = "backlog_directory";
    private const string UsualFolder = "backlog";
    private static readonly string[] OwnNames = ["config.yml", "config.yaml"];
    private static readonly string[] RootNames = ["backlog.config.yml", "backlog.config.yaml"];

    /// <summary>Returns the folder that a file represents; null for any other file.</summary>
    public static TaskFolder? Of(SourceFile file)
    {
        var path = file.FullPath;
        var name = Path.GetFileName(path);
        var isRoot = RootNames.Contains(name);
        if ((!isRoot && !OwnNames.Contains(name)) || !Path.IsPathRooted(path))
        {
            return null;
        }

        try
        {
            if (
                YamlTree.Read(PlainFile.ReadText(path), out _) is not [DataMap settings, ..]
                || settings.Of("project_name") is null
                || settings.Of("statuses") is not DataList statuses
            )
            {
                return null;
            }

            var own = Path.GetDirectoryName(path)!;
            return new(
                isRoot ? Inside(own, settings.TextOf(FolderKey) ?? UsualFolder) : own,
                [.. statuses.Values.OfType<DataText>().Select(one => one.Text)]
            );
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null; // The reader of the file reports it.
        }
    }

    /// <summary>Returns the settings in a folder; null when it is not one of Backlog.md.</summary>
    /// <param name="folder">Absolute: the folder of the tasks, or the root of the project.</param>
    public static string? In(string folder) =>
        OwnNames
            .Concat(RootNames)
            .Select(name => Path.Join(folder, name))
            .FirstOrDefault(path => Of(SourceFile.Named(path)) is not null);

    /// <summary>Returns the settings of the folder that a file is a task of; null when it is none.</summary>
    /// <param name="path">Absolute.</param>
    public static string? Around(string path)
    {
        if (!BacklogTask.IsNamed(path))
        {
            return null;
        }

        var folder = Path.GetDirectoryName(path);
        for (var up = 0; up < 4 && folder is not null; up++)
        {
            folder = Path.GetDirectoryName(folder);
            if (folder is not null && In(folder) is { } settings)
            {
                return settings;
            }
        }

        return null;
    }

    /// <summary>Reads all tasks, ordered by folder and path.</summary>
    /// <param name="settings">The file that stands for the folder.</param>
    /// <param name="maxBytes">The maximum size of one file.</param>
    /// <exception cref="InputException">A file cannot be read, or is larger than the limit.</exception>
    public IReadOnlyList<(SourceFile File, string Text)> Read(SourceFile settings, long maxBytes) =>
        [
            .. Folders
                .SelectMany(Below)
                .Select(path => MemberOf(settings, path))
                .Select(file => (file, IsLink(file.FullPath) ? "" : TextFile.Read(file, maxBytes).Text)),
        ];

    /// <summary>Returns the tasks among texts, ordered by path.</summary>
    /// <param name="settings">The file that stands for the folder.</param>
    /// <param name="texts">Texts by their paths relative to the root of the repository; null for one that is too large.</param>
    /// <param name="pathOf">Returns that path.</param>
    public IReadOnlyList<(SourceFile File, string Text)> Among(
        SourceFile settings,
        IReadOnlyDictionary<string, byte[]?> texts,
        Func<SourceFile, string> pathOf
    )
    {
        var root = pathOf(settings);
        var own = Path.GetDirectoryName(settings.FullPath)!;
        var folder = Slashes(Path.GetRelativePath(own, Folder));
        var prefix = root[..(root.LastIndexOf('/') + 1)] + (folder == "." ? "" : $"{folder}/");
        return
        [
            .. texts
                .Where(one => one.Value is not null && one.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Where(one => IsTask(one.Key[prefix.Length..]))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one =>
                    (MemberOf(settings, Path.Join(Folder, one.Key[prefix.Length..])), TextFile.Decode(one.Value!).Text)
                ),
        ];
    }

    /// <summary>The folders with tasks, absolute.</summary>
    public IEnumerable<string> Folders => BacklogTask.Folders.Select(name => Path.Join(Folder, name));

    /// <summary>Whether a path is that of a task by its last folders and its name.</summary>
    public static bool IsTaskName(string path) => BacklogTask.IsNamed(path);

    /// <summary>Whether a path relative to <see cref="Folder"/> is that of a task.</summary>
    public static bool IsTask(string relative) =>
        BacklogTask.Folders.Any(name => relative.StartsWith($"{name}/", StringComparison.Ordinal))
        && BacklogTask.IsNamed(relative);

    /// <summary>The same options, in which each status of the folder has a meaning: the last one is done.</summary>
    public ReadingOptions With(ReadingOptions options)
    {
        var statuses = options.Statuses.ToBuilder();
        for (var at = 0; at < Statuses.Length; at++)
        {
            var word = Statuses[at];
            var known = StatusWords.Find(TextNormalizer.Normalize(word));
            if (at == Statuses.Length - 1 || known is null)
            {
                var meaning =
                    at == Statuses.Length - 1 ? Status.Done
                    : at == 0 ? Status.ToDo
                    : Status.InProgress;
                statuses[word] = options.Statuses.GetValueOrDefault(word, meaning);
            }
        }

        return options with
        {
            Statuses = statuses.ToImmutable(),
        };
    }

    private static SourceFile MemberOf(SourceFile settings, string path)
    {
        var relative = Slashes(Path.GetRelativePath(Path.GetDirectoryName(settings.FullPath)!, path));
        return new(Slashes(path), NextTo(settings.Path), NextTo(settings.RootPath));

        string NextTo(string own) => own[..(own.LastIndexOf('/') + 1)] + relative;
    }

    // A link may lead out of the repository.
    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string Slashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<string> Below(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            return [];
        }

        var entries = FolderEntries.Of(folder).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        return entries
            .Where(entry => !entry.IsFolder && BacklogTask.IsNamed(entry.Path))
            .Select(entry => entry.Path)
            .Concat(
                entries
                    .Where(entry => entry.IsFolder && Path.GetFileName(entry.Path) is "tasks" or "drafts")
                    .SelectMany(entry => Below(entry.Path))
            );
    }

    private static string Inside(string root, string relative)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(relative, root));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : Path.Join(root, UsualFolder);
    }
}
