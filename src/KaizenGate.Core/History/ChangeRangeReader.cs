using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Compares backlogs with what they were before the change that is judged.</summary>
internal sealed class ChangeRangeReader(GitRepository git, TrackedPaths paths, HistoryQuery query)
{
    public static bool IsAsked(HistoryQuery query) => query.Staged || query.Since is not null;

    /// <param name="current">What the backlogs hold now.</param>
    /// <param name="history">Their history up to the commit that is checked out; null when it was not read.</param>
    /// <returns>For each backlog what the change did to it.</returns>
    /// <exception cref="InputException">The revision is none, or git cannot answer.</exception>
    public ImmutableArray<ChangeRange> Read(ImmutableArray<CurrentState> current, RepositoryHistory? history)
    {
        try
        {
            var start = query.Since is { } since ? git.MergeBase(since) : git.Head;
            var excuse = query.Since is not null && git.Head is { } head ? git.NoCaptureReason(start!, head) : null;
            var changes = Changes.Between(
                query.Since is null && history is not null ? Before(history) : Before(start),
                [.. current.Select(state => state.All)]
            );
            return
            [
                .. changes.Select(change => new ChangeRange
                {
                    Description = query.Since is null ? "in the staged changes" : $"since {query.Since}",
                    Captured = change.Captured,
                    Changed = change.Changed,
                    Shift = change.Shift,
                    NoCaptureReason = excuse,
                }),
            ];
        }
        catch (GitException failed)
        {
            var option = query.Staged ? "--staged" : "--since";
            throw new InputException(new InputError($"{option}: the change cannot be seen", failed.Reason));
        }
    }

    /// <summary>What the backlogs held at the commit that is checked out, which its history ends with.</summary>
    private static ImmutableArray<ImmutableArray<ItemState>> Before(RepositoryHistory history) =>
        [
            .. history.Ledger.Contents.Select(contents =>
                contents.Files.Values.SelectMany(items => items).ToImmutableArray()
            ),
        ];

    /// <summary>What the backlogs held at a commit, under all names that they are known to have had.</summary>
    private ImmutableArray<ImmutableArray<ItemState>> Before(string? commit)
    {
        var before = new SortedDictionary<int, ImmutableArray<ItemState>>[paths.Backlogs];
        for (var backlog = 0; backlog < before.Length; backlog++)
        {
            before[backlog] = [];
        }

        var memo = new RevisionMemo(query.Reading);
        var states = new ItemStates();
        var blobs = commit is null ? ImmutableDictionary<string, string>.Empty : BlobsAt(commit);
        foreach (var (path, text) in BlobTexts.Read(git, blobs, query.Reading.MaxFileBytes))
        {
            foreach (var file in text is null ? [] : paths.Find(path))
            {
                before[file.Backlog][file.File] = states.Of(new RevisionReader(memo).Read(text));
            }
        }

        return [.. before.Select(files => files.Values.SelectMany(items => items).ToImmutableArray())];
    }

    /// <summary>The files at a commit; one that was renamed since is looked for under its old name.</summary>
    private ImmutableDictionary<string, string> BlobsAt(string commit)
    {
        var blobs = git.FilesAt(commit, [.. paths.All]);
        var isRenamed = false;
        for (var backlog = 0; backlog < paths.Backlogs; backlog++)
        {
            if (paths.Names(backlog).Any(blobs.ContainsKey))
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
