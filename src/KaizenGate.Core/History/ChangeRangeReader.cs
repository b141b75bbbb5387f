using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Compares backlogs with their content before the requested change.</summary>
internal sealed class ChangeRangeReader(GitRepository git, TrackedPaths paths, HistoryQuery query)
{
    /// <param name="current">The current content of the backlogs.</param>
    /// <param name="history">Their history up to the checked-out commit; null when it was not read.</param>
    /// <returns>The change of each backlog.</returns>
    /// <exception cref="Backlogs.InputException">The revision is not valid, or git failed.</exception>
    public ImmutableArray<ChangeRange> Read(ImmutableArray<CurrentState> current, RepositoryHistory? history)
    {
        try
        {
            var start = query.Since is { } since ? git.MergeBase(since) : git.Head;
            var reasons = ReasonsSince(start);
            var before =
                query.Since is null && history is not null
                    ? history.Log.Backlogs.Select(backlog =>
                        backlog.Files.Values.SelectMany(items => items).ToImmutableArray()
                    )
                    : Before(start);
            var description = query.Since is null ? "in the staged changes" : $"since {query.Since}";
            var ranges = Changes.Between([.. before], [.. current.Select(state => state.All)], description);
            var hasNoMessage = query is { Since: null, Message: null };
            return
            [
                .. ranges.Select(range =>
                    range with
                    {
                        NoCaptureReasons = reasons.NoCapture,
                        InflowReasons = reasons.Inflow,
                        HasNoMessage = hasNoMessage,
                    }
                ),
            ];
        }
        catch (GitException failed)
        {
            throw query.Unreadable(failed);
        }
    }

    private ChangeReasons ReasonsSince(string? start) =>
        query.Message is { } message ? git.Reasons(message)
        : query.Since is not null && git.Head is { } head ? git.Reasons(start!, head)
        : ChangeReasons.None;

    /// <summary>Reads the backlogs at a commit, under all their known names.</summary>
    private IEnumerable<ImmutableArray<ItemState>> Before(string? commit)
    {
        var backlogs = Enumerable
            .Range(0, paths.Backlogs)
            .Select(_ => new SortedDictionary<int, ImmutableArray<ItemState>>())
            .ToArray();
        var memo = new RevisionMemo(query.Reading);
        var states = new ItemStates();
        var blobs = commit is null ? ImmutableDictionary<string, string>.Empty : BlobsAt(commit);
        foreach (var (path, text) in git.ReadTexts(blobs, query.Reading.MaxFileBytes))
        {
            foreach (var file in text is null ? [] : paths.Find(path))
            {
                backlogs[file.Backlog][file.File] = states.Of(new RevisionReader(memo, path).Read(text));
            }
        }

        return backlogs.Select(files => files.Values.SelectMany(items => items).ToImmutableArray());
    }

    /// <summary>Lists the files at a commit; a file that was renamed since is listed under its old name.</summary>
    private ImmutableDictionary<string, string> BlobsAt(string commit)
    {
        var blobs = git.FilesAt(commit, [.. paths.All]);
        var isRenamed = false;
        for (var backlog = 0; backlog < paths.Backlogs; backlog++)
        {
            if (paths.IsFolder(backlog) || paths.Names(backlog).Any(blobs.ContainsKey))
            {
                continue;
            }

            var source = query.Since is null
                ? git.StagedRenameSource(paths.Names(backlog)[0])
                : git.RenameSource(git.Head!, commit, paths.Names(backlog)[0]);
            isRenamed |= source is not null && paths.AddFormer(new TrackedFile(backlog, 0), source) is not null;
        }

        return isRenamed ? git.FilesAt(commit, [.. paths.All]) : blobs;
    }
}
