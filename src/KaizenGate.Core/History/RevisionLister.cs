using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A text that a change waits for.</summary>
/// <param name="Revision">The revision of the change.</param>
/// <param name="File">The file that is changed.</param>
/// <param name="Oid">The name of the text.</param>
/// <param name="IsRequested">Whether git is asked for it here; what was asked for before is not asked for again.</param>
internal readonly record struct WantedText(Revision Revision, TrackedFile File, string Oid, bool IsRequested);

/// <summary>Lists the revisions of backlogs, the newest first, and asks for their texts.</summary>
/// <param name="git">The repository.</param>
/// <param name="paths">The files; former names are added to it.</param>
/// <param name="wanted">Receives each text in the order in which it is asked for; complete at the end.</param>
/// <param name="stop">Says that nobody wants the rest.</param>
internal sealed class RevisionLister(
    GitRepository git,
    TrackedPaths paths,
    BlockingCollection<WantedText> wanted,
    CancellationToken stop
)
{
    private readonly List<Revision> revisions = [];
    private readonly Dictionary<TrackedFile, (int Revision, string Oid)> oldest = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>The revisions, the newest first.</summary>
    public List<Revision> Revisions => revisions;

    /// <summary>The oldest text of each file with the number of its revision; the newest one is number 0.</summary>
    public IReadOnlyDictionary<TrackedFile, (int Revision, string Oid)> Oldest => oldest;

    /// <summary>How many different texts were asked for.</summary>
    public int Texts => asked.Count;

    /// <summary>
    /// True when a file turned out to have come from another one that was not followed before the commit that was left out:
    /// what was listed is then not all.
    /// </summary>
    public bool MissesFormerName { get; private set; }

    /// <summary>Lists them from a commit back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop at, which is left out; null to go back to the beginning.</param>
    /// <param name="blobs">Asked for the texts.</param>
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

    /// <summary>Lists the commits, and asks for the texts, until a file turns out to have had another name.</summary>
    /// <returns>The commit to go on from with that name as well; null at the end.</returns>
    private string? ListFrom(string head, string? exclude, Blobs blobs)
    {
        foreach (var commit in git.Changes(head, exclude, [.. paths.All]))
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            var revision = new Revision(new CommitStamp(commit.Commit, UtcDay.Of(commit.Seconds)));
            revisions.Add(revision);
            var added = new List<string>();
            foreach (var change in commit.Files)
            {
                foreach (var file in paths.Find(change.Path))
                {
                    Add(revision, file, change.NewBlob, blobs);
                }

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

    private void Add(Revision revision, TrackedFile file, string? oid, Blobs blobs)
    {
        if (oid is null)
        {
            revision.Add(new FileChange(file.Backlog, file.File, null));
            return;
        }

        oldest[file] = (revisions.Count - 1, oid);
        var isNew = asked.Add(oid);
        if (isNew)
        {
            blobs.Request(oid);
        }

        wanted.Add(new WantedText(revision, file, oid, isNew));
    }

    /// <summary>The names that new files had before, as far as these are not followed anyway.</summary>
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

    /// <summary>Follows a file under its former name, which is gone from this commit on.</summary>
    private void Follow(string path, string formerPath, Revision revision)
    {
        foreach (var file in paths.Find(path))
        {
            if (paths.AddFormer(file, formerPath) is { } former)
            {
                revision.Add(new FileChange(former.Backlog, former.File, null));
            }
        }
    }
}
