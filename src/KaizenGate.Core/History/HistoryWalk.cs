using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>
/// Reads the revisions of backlogs, the newest first, as git lists them: while one git program lists the commits and another one prints
/// the texts, each text is read against the one before, so that the work follows what changed.
/// </summary>
/// <remarks>
/// Three threads work one after the other: one lists the commits and asks for their texts, one fetches the texts, and the one that
/// called reads them. A failure of the first two is thrown by the third, when it has taken what came before.
/// </remarks>
internal sealed class HistoryWalk : IDisposable
{
    /// <summary>How many texts are fetched ahead of the one that is read.</summary>
    private const int Ahead = 8;

    private readonly GitRepository git;
    private readonly HistoryQuery query;
    private readonly RevisionMemo memo;
    private readonly ItemStates states = new();
    private readonly Dictionary<TrackedFile, (RevisionReader Reader, FileStates States)> readers = [];

    /// <summary>What was read of each text; null for one that is too large.</summary>
    private readonly Dictionary<string, ImmutableArray<ItemState>?> read = new(StringComparer.Ordinal);

    private readonly BlockingCollection<WantedText> wanted = [];
    private readonly BlockingCollection<FetchedText> fetched = new(Ahead);
    private readonly CancellationTokenSource stop = new();
    private readonly RevisionLister lister;
    private readonly TextFetcher fetcher;
    private Exception? failure;

    /// <param name="git">The repository.</param>
    /// <param name="paths">The files; former names are added to it.</param>
    /// <param name="query">How to read them.</param>
    public HistoryWalk(GitRepository git, TrackedPaths paths, HistoryQuery query)
    {
        (this.git, this.query) = (git, query);
        memo = new RevisionMemo(query.Reading);
        var largest = (int)Math.Min(query.Reading.MaxFileBytes, Array.MaxLength);
        lister = new RevisionLister(git, paths, wanted, stop.Token);
        fetcher = new TextFetcher(wanted, fetched, largest, stop.Token);
    }

    /// <summary>See <see cref="RevisionLister.MissesFormerName"/>: what was read is then not all.</summary>
    public bool MissesFormerName => lister.MissesFormerName;

    /// <summary>Reads the revisions from a commit back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop at, which is left out; null to go back to the beginning.</param>
    /// <returns>The revisions, the oldest first.</returns>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public IReadOnlyList<Revision> Read(string head, string? exclude)
    {
        using var blobs = git.OpenBlobs();
        var threads = new[] { Start(() => lister.List(head, exclude, blobs)), Start(() => fetcher.Fetch(blobs)) };
        try
        {
            Take();
        }
        finally
        {
            stop.Cancel();
            blobs.Dispose(); // Frees a lister that still waits for the program to take what it asks for.
            foreach (var thread in threads)
            {
                thread.Join();
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (exclude is null)
        {
            LookIntoFirst();
        }

        lister.Revisions.Reverse();
        return lister.Revisions;
    }

    public void Dispose()
    {
        stop.Dispose();
        wanted.Dispose();
        fetched.Dispose();
    }

    /// <summary>Finds out what the first revision of a backlog says of the time before it; only dates that leave no gap make that matter.</summary>
    private void LookIntoFirst()
    {
        var revisions = lister.Revisions;
        foreach (var texts in lister.Oldest.GroupBy(one => one.Key.Backlog))
        {
            var (file, (number, oid)) = texts
                .OrderByDescending(one => one.Value.Revision)
                .ThenBy(one => one.Key.File)
                .First();
            if (revisions[number][file] is { Items: { } items } change && items.All(IsDated))
            {
                var bytes = BlobTexts.Read(
                    git,
                    ImmutableDictionary<string, string>.Empty.Add("", oid),
                    query.Reading.MaxFileBytes
                );
                var backlog = BacklogReader.ReadBytes(SourceFile.Named(oid), bytes[""], query.Reading);
                revisions[number][file] = change with
                {
                    Retention = Retention.Of(backlog, revisions[number].Commit.Day),
                };
            }
        }
    }

    private static bool IsDated(ItemState item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

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
            // Nobody waits for it any more.
        }
#pragma warning disable CA1031 // It is handed over to the thread that waits.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }
    }

    private void Take()
    {
        var count = 0;
        foreach (var ((revision, file, oid, isRequested), bytes, length) in fetched.GetConsumingEnumerable())
        {
            if (isRequested)
            {
                read[oid] = bytes is null ? null : ReadItems(file, bytes.AsSpan(0, length));
                query.Progress?.Invoke(++count, wanted.IsAddingCompleted ? lister.Texts : null);
            }

            if (bytes is not null)
            {
                fetcher.Reuse(bytes);
            }

            // A text that is too large for a backlog was none in that commit; the one before goes on.
            if (read[oid] is { } items)
            {
                revision.Add(new FileChange(file.Backlog, file.File, items));
            }
        }
    }

    private ImmutableArray<ItemState> ReadItems(TrackedFile file, ReadOnlySpan<byte> text)
    {
        if (!readers.TryGetValue(file, out var reader))
        {
            readers.Add(file, reader = (new RevisionReader(memo), new FileStates(states)));
        }

        return reader.States.Of(reader.Reader.Read(text));
    }
}
