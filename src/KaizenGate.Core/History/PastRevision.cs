using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>The backlogs as they were on an earlier day.</summary>
/// <param name="Commit">The last commit of the branch on or before that day; null when the branch is younger.</param>
/// <param name="Day">The day of the commit in UTC.</param>
internal sealed record PastRevision(string? Commit, DateOnly Day)
{
    /// <summary>The blob ids of the files at the commit, by path.</summary>
    public ImmutableDictionary<string, string> Blobs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The former paths of renamed backlogs, by their number.</summary>
    public ImmutableDictionary<int, string> Former { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>The blob ids of the files at the checked-out commit, by path.</summary>
    public ImmutableDictionary<string, string> Present { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Finds the revision of a day; null when the branch has no commit between that day and today.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="head">The checked-out commit.</param>
    /// <param name="paths">The paths of the backlogs; former names are added.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="today">Today. A commit of a later day has a wrong date, so it decides nothing.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public static PastRevision? Find(GitRepository git, string head, TrackedPaths paths, DateOnly asOf, DateOnly today)
    {
        var isPast = false;
        DatedCommit? last = null;
        foreach (var commit in git.FirstParents(head))
        {
            var day = CommitStamp.DayOf(commit.Seconds);
            if (day <= asOf)
            {
                last = commit;
                break;
            }

            isPast |= day <= today;
        }

        if (!isPast)
        {
            return null;
        }

        ImmutableArray<string> current = [.. paths.All];
        var present = git.FilesAt(head, current);
        if (last is not { } found)
        {
            return new PastRevision(null, asOf) { Present = present };
        }

        var blobs = git.FilesAt(found.Commit, current);
        var renamed = ImmutableDictionary.CreateBuilder<int, string>();
        for (var backlog = 0; backlog < paths.Backlogs; backlog++)
        {
            var path = paths.Names(backlog)[0];
            if (
                !blobs.ContainsKey(path)
                && present.ContainsKey(path)
                && git.RenameSource(head, found.Commit, path) is { } former
                && paths.AddFormer(new TrackedFile(backlog, 0), former) is not null
            )
            {
                renamed.Add(backlog, former);
            }
        }

        return new PastRevision(found.Commit, CommitStamp.DayOf(found.Seconds))
        {
            Blobs = renamed.Count > 0 ? git.FilesAt(found.Commit, [.. paths.All]) : blobs,
            Former = renamed.ToImmutable(),
            Present = present,
        };
    }
}
