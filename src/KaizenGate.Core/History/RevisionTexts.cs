using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A text that git printed.</summary>
/// <param name="Blob">Its id.</param>
/// <param name="Bytes">An array that starts with the text; null when it is too large.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct FetchedText(string Blob, byte[]? Bytes, long Length);

/// <summary>Fetches the texts of a plan in order: one thread requests them, one reads what git prints, and the caller takes them.</summary>
internal sealed class RevisionTexts : IDisposable
{
    /// <summary>The number of texts fetched ahead of the one being read.</summary>
    private const int Ahead = 8;

    private const int InitialBytes = 128 * 1024;

    /// <summary>
    /// A larger revision is read only if the current files are at least half as large: reading takes about 50 times its size in
    /// memory, and no one needs what a single commit added and the next one removed.
    /// </summary>
    private const int LargeBytes = 4 * 1024 * 1024;

    /// <summary>A larger array is not used again, so that one large revision does not take memory until the end.</summary>
    private const int MaxSpareBytes = 4 * 1024 * 1024;

    private readonly GitRepository git;
    private readonly Blobs blobs;
    private readonly long maxFileBytes;
    private readonly BlockingCollection<FetchedText> fetched = new(Ahead);

    /// <summary>Arrays whose texts were read, for further texts.</summary>
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly CancellationTokenSource stop = new();
    private readonly ImmutableArray<Thread> threads;
    private readonly IEnumerator<FetchedText> taken;
    private Exception? failure;

    /// <param name="git">The repository.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="maxFileBytes">A larger text is not read.</param>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public RevisionTexts(GitRepository git, List<PlannedText> texts, long maxFileBytes)
    {
        (this.git, this.maxFileBytes) = (git, maxFileBytes);
        blobs = git.OpenBlobs();
        taken = fetched.GetConsumingEnumerable().GetEnumerator();
        threads = [Start(() => Request(texts)), Start(() => Fetch(texts))];
    }

    /// <summary>Returns the next text.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public FetchedText Next()
    {
        if (!taken.MoveNext())
        {
            ExceptionDispatchInfo.Throw(failure ?? new OperationCanceledException());
        }

        return taken.Current;
    }

    /// <summary>Takes back the array of a text that was read.</summary>
    public void Return(byte[] bytes)
    {
        if (bytes.Length <= MaxSpareBytes)
        {
            spare.Add(bytes);
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        blobs.Dispose(); // Unblocks a request that git no longer reads.
        foreach (var thread in threads)
        {
            thread.Join();
        }

        taken.Dispose();
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

    private void Request(List<PlannedText> texts)
    {
        foreach (var text in texts)
        {
            stop.Token.ThrowIfCancellationRequested();
            blobs.Request(text.Blob);
        }

        blobs.Complete();
    }

    /// <summary>Fetches the texts in the order of the requests.</summary>
    private void Fetch(List<PlannedText> texts)
    {
        var maxBytes = (int)Math.Min(maxFileBytes, LargeBytes);
        var largerBytes = new Lazy<int>(() => LargerBytes(texts));
        try
        {
            foreach (var text in texts)
            {
                var bytes = spare.TryTake(out var used) ? used : new byte[InitialBytes];
                var (size, isRead) = blobs.Read(ref bytes, maxBytes, () => largerBytes.Value);
                fetched.Add(new(text.Blob, isRead ? bytes : null, size), stop.Token);
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    /// <summary>The maximum for revisions of large files: twice the newest text, as far as files may be read at all.</summary>
    private int LargerBytes(List<PlannedText> texts)
    {
        var newest = texts.GroupBy(text => text.Path).Select(of => of.Last().Blob).Distinct();
        var bytes = Math.Max(LargeBytes, 2 * git.LargestOf(newest));
        return (int)Math.Min(Math.Min(maxFileBytes, Array.MaxLength), bytes);
    }
}
