using System.Runtime.InteropServices;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Reads the texts of a plan and applies its changes to an event log, while git prints them.</summary>
/// <remarks>Each text is compared with the one of the same path read before, so that the cost depends on the size of the changes.</remarks>
internal sealed class HistoryWalk
{
    /// <summary>The last text of a path.</summary>
    private sealed class ReadFile(RevisionReader reader, FileStates states)
    {
        public RevisionReader Reader => reader;
        public FileStates States => states;
        public string? Blob { get; set; }

        /// <summary>The bytes of a text that was too large to read; null for one that was read.</summary>
        public long? TooLarge { get; set; }
    }

    private readonly GitRepository git;
    private readonly HistoryQuery query;
    private readonly EventLog log;
    private readonly RevisionMemo memo;
    private readonly ItemStates states = new();
    private readonly Dictionary<string, ReadFile> files = new(StringComparer.Ordinal);
    private int read;
    private int planned;

    public HistoryWalk(GitRepository git, EventLog log, HistoryQuery query)
    {
        (this.git, this.log, this.query) = (git, log, query);
        memo = new RevisionMemo(query.Reading);
    }

    /// <summary>Applies the changes of all commits.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public void Apply(CommitGraph graph, RevisionPlan plan)
    {
        var wanted = plan.Texts();
        planned = wanted.Count;
        using var texts = planned > 0 ? new RevisionTexts(git, wanted, query.Reading.MaxFileBytes) : null;
        foreach (var (commit, steps) in plan.Commits)
        {
            var changes = graph.Commits[commit];
            var stamp = new CommitStamp(changes.Commit, CommitStamp.DayOf(changes.Seconds));
            log.Apply(stamp, [.. steps.GroupBy(step => step.File.Backlog).SelectMany(of => Changes(of, texts, stamp))]);
        }
    }

    /// <summary>Returns the changes of one backlog by one commit.</summary>
    private List<FileChange> Changes(IGrouping<int, FileStep> steps, RevisionTexts? texts, CommitStamp stamp)
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
                var items = ItemsOf(step.Path, blob, texts);
                isReadable &= items is not null;
                before.Add(items ?? []);
            }

            // A text that is too large changes nothing: the previous one remains in effect.
            if (ItemsOf(step.Path, step.Blob, texts) is not { } after)
            {
                log.Backlogs[steps.Key].LeaveOut(stamp.Oid!, files[step.Path].TooLarge ?? 0);
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
        var texts = git.ReadTexts(
            ImmutableDictionary<string, string>.Empty.Add("", step.Blob!),
            query.Reading.MaxFileBytes
        );
        return texts[""] is { } bytes
            ? Retention.Of(BacklogReader.ReadBytes(SourceFile.Named(step.Blob!), bytes, query.Reading), stamp.Day)
            : null;
    }

    private static bool IsDated(ItemState item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

    /// <summary>Returns the items of a text, which is the last one of its path or the next one that was fetched; null when it is too large.</summary>
    private ImmutableArray<ItemState>? ItemsOf(string path, string? blob, RevisionTexts? texts)
    {
        if (blob is null)
        {
            return [];
        }

        if (!files.TryGetValue(path, out var file))
        {
            files.Add(path, file = new ReadFile(new RevisionReader(memo, path), new FileStates(states)));
        }

        if (file.Blob != blob)
        {
            Read(file, texts);
        }

        return file.TooLarge is null ? file.States.Items : null;
    }

    private void Read(ReadFile file, RevisionTexts? texts)
    {
        var (blob, bytes, length) = texts!.Next();
        (file.Blob, file.TooLarge) = (blob, bytes is null ? length : null);
        if (bytes is not null)
        {
            file.States.Take(file.Reader.Read(bytes.AsSpan(0, (int)length)));
            texts.Return(bytes);
        }

        query.Progress?.Invoke(++read, planned);
    }
}
