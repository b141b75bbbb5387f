using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>
/// Reads the revisions of backlogs, newest first, while one git lists the commits and another one prints the texts. Each text is
/// compared with the one read before, so that the cost depends on the size of the changes.
/// </summary>
/// <remarks>
/// A pipeline of three threads: one lists the commits and requests their texts, one fetches the texts, and the caller reads them.
/// The caller throws the first failure of the other two after it has read what came before.
/// </remarks>
internal sealed class HistoryWalk : IDisposable
{
    /// <summary>The number of texts fetched ahead of the one being read.</summary>
    private const int Ahead = 8;

    private const int InitialBytes = 128 * 1024;

    /// <param name="Bytes">An array that starts with the text; null when the file was deleted or the text is too large.</param>
    /// <param name="Length">The length of the text in bytes.</param>
    private readonly record struct FetchedText(WantedText Wanted, byte[]? Bytes, int Length);

    private readonly GitRepository git;
    private readonly HistoryQuery query;
    private readonly RevisionMemo memo;
    private readonly ItemStates states = new();

    /// <summary>One for each path; its key is the first of the files there.</summary>
    private readonly Dictionary<TrackedFile, (RevisionReader Reader, FileStates States)> readers = [];

    private readonly BlockingCollection<WantedText> wanted = [];
    private readonly BlockingCollection<FetchedText> fetched = new(Ahead);

    /// <summary>Arrays whose texts were read, for further texts.</summary>
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly CancellationTokenSource stop = new();
    private readonly RevisionLister lister;
    private Exception? failure;

    private readonly TrackedPaths paths;

    public HistoryWalk(GitRepository git, TrackedPaths paths, HistoryQuery query)
    {
        this.paths = paths;
        (this.git, this.query) = (git, query);
        memo = new RevisionMemo(query.Reading);
        lister = new RevisionLister(git, paths, wanted, stop.Token);
    }

    /// <summary>See <see cref="RevisionLister.MissesFormerName"/>.</summary>
    public bool MissesFormerName => lister.MissesFormerName;

    /// <summary>Reads the revisions from a commit back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop before; null to read all.</param>
    /// <returns>The revisions, oldest first.</returns>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public IReadOnlyList<Revision> Read(string head, string? exclude)
    {
        using var blobs = git.OpenBlobs();
        var threads = new[] { Start(() => lister.List(head, exclude, blobs)), Start(() => Fetch(blobs)) };
        try
        {
            Take();
        }
        finally
        {
            stop.Cancel();
            blobs.Dispose(); // Unblocks a lister whose requests git no longer reads.
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
            SetRetention();
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

    /// <summary>Sets the retention of first revisions. It matters only without an archive, and when all items are dated.</summary>
    private void SetRetention()
    {
        var revisions = lister.Revisions;
        foreach (var texts in lister.Oldest.GroupBy(one => one.Key.Backlog))
        {
            var (file, (number, oid)) = texts
                .OrderByDescending(one => one.Value.Revision)
                .ThenBy(one => one.Key.File)
                .First();
            var changes = revisions[number].Changes;
            var own = changes.FindAll(change => change.Backlog == file.Backlog);
            if (own is [{ Items: { } items } change] && change.File == file.File && items.All(IsDated))
            {
                var blob = ImmutableDictionary<string, string>.Empty.Add("", oid);
                var bytes = git.ReadTexts(blob, query.Reading.MaxFileBytes)[""];
                var backlog = BacklogReader.ReadBytes(SourceFile.Named(oid), bytes, query.Reading);
                changes[changes.IndexOf(change)] = change with
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
            // The caller has stopped.
        }
#pragma warning disable CA1031 // The caller throws it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }
    }

    /// <summary>Fetches the texts in the order of the requests.</summary>
    private void Fetch(Blobs blobs)
    {
        var maxBytes = (int)Math.Min(query.Reading.MaxFileBytes, Array.MaxLength);
        try
        {
            foreach (var one in wanted.GetConsumingEnumerable(stop.Token))
            {
                byte[]? bytes = null;
                var size = 0L;
                if (one.Exists)
                {
                    bytes = spare.TryTake(out var used) ? used : new byte[InitialBytes];
                    size = blobs.Read(ref bytes, maxBytes);
                }

                fetched.Add(size > maxBytes ? new(one, null, 0) : new(one, bytes, (int)size), stop.Token);
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    private string NameOf(TrackedFile file) => paths.Names(file.Backlog)[file.File];

    private void Take()
    {
        var count = 0;
        foreach (var ((revision, files, exists), bytes, length) in fetched.GetConsumingEnumerable())
        {
            if (!readers.TryGetValue(files[0], out var file))
            {
                readers.Add(files[0], file = (new RevisionReader(memo, NameOf(files[0])), new FileStates(states)));
            }

            if (!exists)
            {
                file.States.Add(revision, files, null);
                continue;
            }

            // A text that is too large changes nothing: the previous one remains in effect.
            if (bytes is not null)
            {
                file.States.Add(revision, files, file.Reader.Read(bytes.AsSpan(0, length)));
                spare.Add(bytes);
            }

            query.Progress?.Invoke(++count, wanted.IsAddingCompleted ? lister.Texts : null);
        }

        foreach (var (_, file) in readers.Values)
        {
            file.Complete();
        }
    }
}
