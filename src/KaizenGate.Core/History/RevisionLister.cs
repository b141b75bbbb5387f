using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A change of a file.</summary>
/// <param name="Revision">The revision of the change.</param>
/// <param name="Files">The backlogs that the file belongs to, at least one.</param>
/// <param name="Exists">Whether its text was requested from git; false for a deleted file.</param>
internal readonly record struct WantedText(Revision Revision, ImmutableArray<TrackedFile> Files, bool Exists);

/// <summary>Lists the revisions of backlogs, newest first, and requests their texts.</summary>
/// <param name="git">The repository.</param>
/// <param name="paths">The files; former names are added.</param>
/// <param name="wanted">Receives the changes in the order of the requests; completed at the end.</param>
/// <param name="stop">Canceled when the rest is not needed.</param>
internal sealed class RevisionLister(
    GitRepository git,
    TrackedPaths paths,
    BlockingCollection<WantedText> wanted,
    CancellationToken stop
)
{
    /// <summary>Newest first.</summary>
    public List<Revision> Revisions { get; } = [];

    /// <summary>The oldest text of each file with the index of its revision.</summary>
    public Dictionary<TrackedFile, (int Revision, string Oid)> Oldest { get; } = [];

    /// <summary>The number of texts requested.</summary>
    public int Texts { get; private set; }

    /// <summary>Whether a file was renamed after the excluded commit, so that the history before that commit lacks its former name.</summary>
    public bool MissesFormerName { get; private set; }

    /// <summary>Lists the revisions from a commit back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop before; null to list all.</param>
    /// <param name="blobs">Receives the requests.</param>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public void List(string head, string? exclude, Blobs blobs)
    {
        try
        {
            for (var from = head; from is not null; )
            {
                from = ListFrom(from, exclude, blobs);
            }
        }
        finally
        {
            blobs.Complete();
            wanted.CompleteAdding();
        }
    }

    /// <summary>Lists commits until a file turns out to be renamed.</summary>
    /// <returns>The commit from which to continue with the former name added; null at the end.</returns>
    private string? ListFrom(string head, string? exclude, Blobs blobs)
    {
        foreach (var commit in git.Changes(head, exclude, [.. paths.All]))
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            var revision = new Revision(new CommitStamp(commit.Commit, CommitStamp.DayOf(commit.Seconds)));
            Revisions.Add(revision);
            var added = new List<string>();
            foreach (var change in commit.Files)
            {
                Add(revision, [.. paths.Find(change.Path)], change.NewBlob, blobs);
                if (change is { OldBlob: null, NewBlob: not null })
                {
                    added.Add(change.Path);
                }
            }

            if (
                commit.FirstParent is not { } parent
                || FormerNames(commit.Commit, parent, added) is not { Count: > 0 } names
            )
            {
                continue;
            }

            if (exclude is not null)
            {
                MissesFormerName = true;
                return null;
            }

            foreach (var (path, former) in names)
            {
                Follow(path, former, revision);
            }

            return parent;
        }

        return null;
    }

    private void Add(Revision revision, ImmutableArray<TrackedFile> files, string? oid, Blobs blobs)
    {
        if (oid is not null)
        {
            blobs.Request(oid);
            Texts++;
            foreach (var file in files)
            {
                Oldest[file] = (Revisions.Count - 1, oid);
            }
        }

        wanted.Add(new WantedText(revision, files, Exists: oid is not null));
    }

    /// <summary>Finds former names of added files that are not tracked yet.</summary>
    private List<(string Path, string Former)> FormerNames(string commit, string parent, List<string> added)
    {
        var names = new List<(string, string)>();
        foreach (var path in added)
        {
            if (git.RenameSource(commit, parent, path) is { } source && paths.Find(source).Count == 0)
            {
                names.Add((path, source));
            }
        }

        return names;
    }

    /// <summary>Tracks a file under its former name, which does not exist from this revision on.</summary>
    private void Follow(string path, string formerPath, Revision revision)
    {
        foreach (var file in paths.Find(path))
        {
            if (paths.AddFormer(file, formerPath) is { } former)
            {
                wanted.Add(new WantedText(revision, [former], Exists: false));
            }
        }
    }
}
