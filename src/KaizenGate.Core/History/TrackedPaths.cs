using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>A file of a backlog: 0 is the backlog itself, 1 its archive; higher numbers are former names.</summary>
internal readonly record struct TrackedFile(int Backlog, int File);

/// <summary>The paths of backlogs and archives in a repository, with the former names found so far.</summary>
/// <param name="archive">The archive in the settings.</param>
internal sealed class TrackedPaths(string? archive)
{
    private readonly Dictionary<string, List<TrackedFile>> files = new(StringComparer.Ordinal);

    /// <summary>The paths of each backlog.</summary>
    private readonly List<List<string>> names = [];

    /// <summary>The folders whose tasks are files of a backlog; each ends with a slash.</summary>
    private readonly List<(string Folder, int Backlog)> folders = [];

    /// <summary>The files in those folders, which are known by asking for the folders.</summary>
    private readonly HashSet<string> tasks = new(StringComparer.Ordinal);

    /// <summary>All paths, relative to the root of the repository, with <c>/</c>; those of folders end with it.</summary>
    public IReadOnlyCollection<string> All =>
        folders.Count == 0
            ? files.Keys
            : [.. files.Keys.Where(path => !tasks.Contains(path)), .. folders.Select(one => one.Folder)];

    /// <summary>The number of backlogs.</summary>
    public int Backlogs => names.Count;

    /// <summary>The paths of a backlog: its own, then those of its archive and former names.</summary>
    public IReadOnlyList<string> Names(int backlog) => names[backlog];

    /// <summary>Adds a backlog with its current path.</summary>
    public void Add(string path)
    {
        names.Add([]);
        AddName(names.Count - 1, path);
    }

    /// <summary>Adds a folder with tasks of the last backlog.</summary>
    /// <param name="folder">Relative to the root of the repository, without a slash at the end.</param>
    public void AddFolder(string folder) => folders.Add(($"{folder}/", names.Count - 1));

    /// <summary>Whether a backlog consists of the files in folders.</summary>
    public bool IsFolder(int backlog) => folders.Exists(one => one.Backlog == backlog);

    /// <summary>Whether a path is that of a task, which keeps its identity wherever its file is.</summary>
    public bool IsTask(string path) => tasks.Contains(path);

    /// <summary>Returns the files at a path; several backlogs may share an archive. A task in a folder becomes known.</summary>
    public IReadOnlyList<TrackedFile> Find(string path)
    {
        if (files.TryGetValue(path, out var known))
        {
            return known;
        }

        foreach (var (folder, backlog) in folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && TaskFolder.IsTaskName(path))
            {
                tasks.Add(path);
                AddPath(backlog, path);
                return files[path];
            }
        }

        return [];
    }

    /// <summary>Adds the former name of a file.</summary>
    /// <returns>The file with that name; null when the path is already tracked.</returns>
    public TrackedFile? AddFormer(TrackedFile file, string path)
    {
        if (files.ContainsKey(path))
        {
            return null;
        }

        var former = new TrackedFile(file.Backlog, names[file.Backlog].Count);
        AddName(file.Backlog, path);
        return former;
    }

    private void AddName(int backlog, string path)
    {
        AddPath(backlog, path);
        if (ArchivePath.InRepository(path, archive) is { } old && old != path)
        {
            AddPath(backlog, old);
        }
    }

    private void AddPath(int backlog, string path)
    {
        var file = new TrackedFile(backlog, names[backlog].Count);
        names[backlog].Add(path);
        if (!files.TryGetValue(path, out var known))
        {
            files.Add(path, [file]);
        }
        else if (!known.Exists(one => one.Backlog == backlog))
        {
            known.Add(file);
        }
    }
}
