using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>One of the files of a backlog: 0 is the backlog itself, 1 its archive, higher ones are names that these had before.</summary>
internal readonly record struct TrackedFile(int Backlog, int File);

/// <summary>The paths in a repository whose history is that of its backlogs. Names that a file had before are added as they are met.</summary>
/// <param name="archive">The archive of the settings.</param>
internal sealed class TrackedPaths(string? archive)
{
    private readonly Dictionary<string, List<TrackedFile>> files = new(StringComparer.Ordinal);

    /// <summary>The paths of each backlog, by their numbers.</summary>
    private readonly List<List<string>> names = [];

    /// <summary>All paths, relative to the root of the repository, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> All => files.Keys;

    /// <summary>How many backlogs there are.</summary>
    public int Backlogs => names.Count;

    /// <summary>The paths of a backlog: its own, then those of its archive and former names.</summary>
    public IReadOnlyList<string> Names(int backlog) => names[backlog];

    /// <summary>Adds a backlog under its present name.</summary>
    public void Add(string path)
    {
        names.Add([]);
        AddName(names.Count - 1, path);
    }

    /// <summary>What a path is; the archive may be shared by several backlogs.</summary>
    public IReadOnlyList<TrackedFile> Find(string path) => files.GetValueOrDefault(path) ?? [];

    /// <summary>Adds the name that a file had before.</summary>
    /// <returns>The file under that name; null when the path is tracked already.</returns>
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
