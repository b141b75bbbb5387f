using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>The day of the checked-out commit: as of that day, a commit has the same verdict whenever it is checked.</summary>
internal static class CommitDay
{
    /// <summary>The number of commits among which the latest date counts, because a commit is not older than those it follows.</summary>
    private const int Recent = 100;

    /// <summary>
    /// Returns the committer date in UTC of the checked-out commit, the latest one if the backlogs are in several repositories.
    /// Returns today if a file differs from its commit, other than by line endings, if a backlog is not in a repository, if that
    /// cannot be read, or if the commit is dated later.
    /// </summary>
    /// <param name="backlogs">The backlogs.</param>
    /// <param name="files">The absolute paths of all files that the verdict depends on; some may not exist.</param>
    /// <param name="query">The request for the history; its day counts only as today.</param>
    public static DateOnly Of(ImmutableArray<SourceFile> backlogs, IEnumerable<string> files, HistoryQuery query)
    {
        var today = query.Today ?? query.AsOf;
        if (backlogs.IsEmpty || query.Staged)
        {
            return today;
        }

        try
        {
            var days = backlogs.Select(Repositories.FolderOf).Distinct().Select(folder => Head(folder, query)).ToList();
            return days.Contains(null) || days.Max() >= today || AreChanged(files, query) ? today : days.Max()!.Value;
        }
        catch (Exception failed) when (failed is GitException or InputException)
        {
            return today; // The reader of the history reports it.
        }
    }

    private static DateOnly? Head(string folder, HistoryQuery query) =>
        Repositories.Open(folder, query) is OpenedRepository { Git: { Head: { } head } git }
            ? CommitStamp.DayOf(git.FirstParents(head).Take(Recent).Max(commit => commit.Seconds))
            : null;

    private static bool AreChanged(IEnumerable<string> files, HistoryQuery query)
    {
        var changes = new ChangedFiles(query with { Since = null });
        var all = files.ToList();
        changes.Fetch(all);
        return all.Exists(changes.IsChanged);
    }
}
