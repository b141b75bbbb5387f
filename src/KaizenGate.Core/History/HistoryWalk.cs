using System.Runtime.InteropServices;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Applies the changes of a plan to an event log, while its revisions are parsed.</summary>
internal sealed class HistoryWalk(GitRepository git, EventLog log, HistoryQuery query)
{
    /// <summary>The last revision of each path.</summary>
    private readonly Dictionary<string, ParsedRevision> last = new(StringComparer.Ordinal);
    private int read;
    private int planned;

    /// <summary>Applies the changes of all commits.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public void Apply(CommitGraph graph, RevisionPlan plan)
    {
        var wanted = plan.Texts();
        planned = wanted.Count;
        using var revisions = planned > 0 ? new ParsedRevisions(git, wanted, query.Reading) : null;
        foreach (var (commit, steps) in plan.Commits)
        {
            var changes = graph.Commits[commit];
            var stamp = new CommitStamp(changes.Commit, CommitStamp.DayOf(changes.Seconds));
            log.Apply(
                stamp,
                [.. steps.GroupBy(step => step.File.Backlog).SelectMany(of => Changes(of, revisions, stamp))]
            );
        }
    }

    /// <summary>Returns the changes of one backlog by one commit.</summary>
    private List<FileChange> Changes(IGrouping<int, FileStep> steps, ParsedRevisions? revisions, CommitStamp stamp)
    {
        var current = log.Backlogs[steps.Key].Files;
        var changes = new List<FileChange>();
        var combined = new List<(int File, ImmutableArray<ItemState> After, List<ImmutableArray<ItemState>> Before)>();
        foreach (var step in steps)
        {
            List<ImmutableArray<ItemState>> before = [];
            var isReadable = true;
            foreach (var blob in step.Before)
            {
                var items = ItemsOf(step.Path, blob, revisions);
                isReadable &= items is not null;
                before.Add(items ?? []);
            }

            // A text that is too large changes nothing: the previous one remains in effect.
            if (ItemsOf(step.Path, step.Blob, revisions) is not { } after)
            {
                log.Backlogs[steps.Key].LeaveOut(stamp.Oid!, last[step.Path].Length);
                continue;
            }

            if (!isReadable)
            {
                continue;
            }

            if (before.Count > 0)
            {
                combined.Add((step.File.File, after, before));
            }
            else if (step.Blob is null)
            {
                changes.Add(new FileChange(steps.Key, step.File.File, null));
            }
            else
            {
                changes.Add(Replacement(step.File, current.GetValueOrDefault(step.File.File), after));
            }
        }

        if (combined.Count > 0)
        {
            changes.AddRange(new CombinedFiles(steps.Key, current).Apply(combined));
        }

        if (!log.HasRevisions(steps.Key) && changes is [{ Items: { } all } only] && all.All(IsDated))
        {
            changes[0] = only with { Retention = RetentionOf(steps.First(step => step.File.File == only.File), stamp) };
        }

        return changes;
    }

    private static FileChange Replacement(TrackedFile file, List<ItemState>? old, ImmutableArray<ItemState> now)
    {
        if (old is null)
        {
            return new FileChange(file.Backlog, file.File, now);
        }

        var (start, end) = FileStates.UnchangedEnds<ItemState>(CollectionsMarshal.AsSpan(old), now.AsSpan());
        return new FileChange(file.Backlog, file.File, now[start..^end])
        {
            Replaced = (start, old.Count - start - end),
        };
    }

    /// <summary>How far back the first revision keeps closed items. It matters only without an archive, and when all items are dated.</summary>
    private Retention? RetentionOf(FileStep step, CommitStamp stamp)
    {
        return
            (last.GetValueOrDefault(step.Path) is { Text: { } kept } parsed && parsed.Blob == step.Blob ? kept : Read())
                is { } bytes
            ? Retention.Of(BacklogReader.ReadBytes(SourceFile.Named(step.Blob!), bytes, query.Reading), stamp.Day)
            : null;

        byte[]? Read() =>
            git.ReadTexts(ImmutableDictionary<string, string>.Empty.Add("", step.Blob!), query.Reading.MaxFileBytes)[
                ""
            ];
    }

    private static bool IsDated(ItemState item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

    /// <summary>Returns the items of a text, which is the last one of its path or the next one that was parsed; null when it is too large.</summary>
    private ImmutableArray<ItemState>? ItemsOf(string path, string? blob, ParsedRevisions? revisions)
    {
        if (blob is null)
        {
            return [];
        }

        if (!last.TryGetValue(path, out var revision) || revision.Blob != blob)
        {
            last[path] = revision = revisions!.Next(path);
            query.Progress?.Invoke(++read, planned);
        }

        return revision.Items;
    }
}
