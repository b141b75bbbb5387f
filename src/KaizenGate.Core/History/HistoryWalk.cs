using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Reads the texts of a plan and applies its changes to an event log, while git prints them.</summary>
/// <remarks>
/// A pipeline of three threads: one requests the texts, one fetches them, and the caller reads them. The caller throws the first
/// failure of the other two after it has read what came before. Each text is compared with the one of the same path read before,
/// so that the cost depends on the size of the changes.
/// </remarks>
internal sealed class HistoryWalk : IDisposable
{
    /// <summary>The number of texts fetched ahead of the one being read.</summary>
    private const int Ahead = 8;

    private const int InitialBytes = 128 * 1024;

    /// <summary>A larger array is not used again, so that one large revision does not take memory until the end.</summary>
    private const int MaxSpareBytes = 4 * 1024 * 1024;

    /// <param name="Bytes">An array that starts with the text; null when it is too large.</param>
    /// <param name="Length">The length of the text in bytes.</param>
    private readonly record struct FetchedText(PlannedText Planned, byte[]? Bytes, int Length);

    /// <summary>The last text of a path.</summary>
    private sealed class ReadFile(RevisionReader reader, FileStates states)
    {
        public RevisionReader Reader => reader;
        public FileStates States => states;
        public string? Blob { get; set; }

        /// <summary>Whether the text was too large to read.</summary>
        public bool IsTooLarge { get; set; }
    }

    private readonly GitRepository git;
    private readonly HistoryQuery query;
    private readonly EventLog log;
    private readonly RevisionMemo memo;
    private readonly ItemStates states = new();
    private readonly Dictionary<string, ReadFile> files = new(StringComparer.Ordinal);
    private readonly BlockingCollection<FetchedText> fetched = new(Ahead);

    /// <summary>Arrays whose texts were read, for further texts.</summary>
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly CancellationTokenSource stop = new();
    private Exception? failure;
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
        var texts = plan.Texts();
        planned = texts.Count;
        if (planned == 0)
        {
            Apply(graph, plan, []);
            return;
        }

        using var blobs = git.OpenBlobs();
        var threads = new[] { Start(() => Request(texts, blobs)), Start(() => Fetch(texts, blobs)) };
        try
        {
            Apply(graph, plan, fetched.GetConsumingEnumerable());
        }
        finally
        {
            stop.Cancel();
            blobs.Dispose(); // Unblocks a request that git no longer reads.
            foreach (var thread in threads)
            {
                thread.Join();
            }
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        fetched.Dispose();
    }

    private Thread Start(Action action)
    {
        var thread = new Thread(() => RunOrFail(action)) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void RunOrFail(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            // The caller has stopped.
        }
#pragma warning disable CA1031 // The caller throws it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }
    }

    private void Request(List<PlannedText> texts, Blobs blobs)
    {
        foreach (var text in texts)
        {
            stop.Token.ThrowIfCancellationRequested();
            blobs.Request(text.Blob);
        }

        blobs.Complete();
    }

    /// <summary>Fetches the texts in the order of the requests.</summary>
    private void Fetch(List<PlannedText> texts, Blobs blobs)
    {
        var maxBytes = (int)Math.Min(query.Reading.MaxFileBytes, Array.MaxLength);
        try
        {
            foreach (var text in texts)
            {
                var bytes = spare.TryTake(out var used) ? used : new byte[InitialBytes];
                var size = blobs.Read(ref bytes, maxBytes);
                fetched.Add(size > maxBytes ? new(text, null, 0) : new(text, bytes, (int)size), stop.Token);
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    private void Apply(CommitGraph graph, RevisionPlan plan, IEnumerable<FetchedText> all)
    {
        using var texts = all.GetEnumerator();
        foreach (var (commit, steps) in plan.Commits)
        {
            var changes = graph.Commits[commit];
            var stamp = new CommitStamp(changes.Commit, CommitStamp.DayOf(changes.Seconds));
            log.Apply(stamp, [.. steps.GroupBy(step => step.File.Backlog).SelectMany(of => Changes(of, texts, stamp))]);
        }
    }

    /// <summary>Returns the changes of one backlog by one commit.</summary>
    private IEnumerable<FileChange> Changes(
        IGrouping<int, FileStep> steps,
        IEnumerator<FetchedText> texts,
        CommitStamp stamp
    )
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
            if (ItemsOf(step.Path, step.Blob, texts) is not { } after || !isReadable)
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
    private ImmutableArray<ItemState>? ItemsOf(string path, string? blob, IEnumerator<FetchedText> texts)
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

        return file.IsTooLarge ? null : file.States.Items;
    }

    private void Read(ReadFile file, IEnumerator<FetchedText> texts)
    {
        if (!texts.MoveNext())
        {
            ExceptionDispatchInfo.Throw(failure ?? new OperationCanceledException());
        }

        var (text, bytes, length) = texts.Current;
        (file.Blob, file.IsTooLarge) = (text.Blob, bytes is null);
        if (bytes is not null)
        {
            file.States.Take(file.Reader.Read(bytes.AsSpan(0, length)));
            if (bytes.Length <= MaxSpareBytes)
            {
                spare.Add(bytes);
            }
        }

        query.Progress?.Invoke(++read, planned);
    }
}
