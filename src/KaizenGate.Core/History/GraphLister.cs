using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>Lists the commits that changed backlogs, and finds the former names of their files.</summary>
/// <param name="git">The repository.</param>
/// <param name="paths">The files; former names are added.</param>
internal sealed class GraphLister(GitRepository git, TrackedPaths paths) : IDisposable
{
    /// <summary>Each former name takes another listing. Real files have at most a few.</summary>
    private const int MaxFormerNames = 32;

    private readonly Dictionary<string, ImmutableArray<(string Path, string Former)>> sources = [];
    private readonly HashSet<(string Commit, string Path, string Former)> renames = [];

    /// <summary>Null before the first file that a commit added.</summary>
    private RenameSearch? search;

    /// <summary>The renames of files by commit.</summary>
    public ILookup<string, (string Path, string Former)> Renames =>
        renames.ToLookup(one => one.Commit, one => (one.Path, one.Former), StringComparer.Ordinal);

    /// <summary>Lists the commits from one back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop before; null to list all.</param>
    /// <param name="chain">All commits, each before its parent, if none is a merge and there are many files; else null.</param>
    /// <returns>Null when a file was renamed after the excluded commit, so that the history before that commit lacks its former name.</returns>
    /// <exception cref="GitException">Git failed.</exception>
    public CommitGraph? List(string head, string? exclude, IReadOnlyList<string>? chain = null)
    {
        while (true)
        {
            var isComplete = true;
            var listed = new List<CommitChanges>();
            ImmutableArray<string> all = [.. paths.All];
            foreach (var commit in chain is null ? git.Changes(head, exclude, all) : git.ChangesOfChain(chain, all))
            {
                listed.Add(commit);
                foreach (var change in commit.Files)
                {
                    paths.Find(change.Path);
                }

                if (renames.Count < MaxFormerNames && FindFormerNames(commit))
                {
                    isComplete = false;
                    break;
                }
            }

            if (isComplete)
            {
                return new CommitGraph(listed);
            }

            if (exclude is not null)
            {
                return null;
            }
        }
    }

    public void Dispose() => search?.Dispose();

    /// <summary>Adds the former names of files that a commit added.</summary>
    /// <returns>Whether one is new, so that the commits must be listed again.</returns>
    private bool FindFormerNames(CommitChanges commit)
    {
        ImmutableArray<string> added =
        [
            .. commit
                .Files.Where(file => file is { OldBlob: null, NewBlob: not null } && !paths.IsTask(file.Path))
                .CountBy(file => file.Path)
                .Where(file => file.Value >= commit.Parents.Length)
                .Select(file => file.Key),
        ];
        if (added.IsEmpty || !commit.MayRename)
        {
            return false;
        }

        if (!sources.TryGetValue(commit.Commit, out var found))
        {
            sources.Add(commit.Commit, found = (search ??= new RenameSearch(git)).Sources(commit.Commit, added));
        }

        var isNew = false;
        foreach (var (path, former) in found)
        {
            ImmutableArray<TrackedFile> files = [.. paths.Find(path)];
            foreach (var file in paths.Find(former).Count == 0 ? files : [])
            {
                isNew |= paths.AddFormer(file, former) is not null;
            }

            // A name of the present stays one, even if the file had it before.
            if (
                paths
                    .Find(former)
                    .Any(one => one.File > 1 && files.Any(file => file.Backlog == one.Backlog && file.File < one.File))
            )
            {
                renames.Add((commit.Commit, path, former));
            }
        }

        return isNew;
    }
}
