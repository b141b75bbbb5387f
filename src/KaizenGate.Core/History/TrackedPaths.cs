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

    /// <summary>All paths, relative to the root of the repository, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> All => files.Keys;

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

    /// <summary>Returns the files at a path; several backlogs may share an archive.</summary>
    public IReadOnlyList<TrackedFile> Find(string path) => files.GetValueOrDefault(path) ?? [];

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
