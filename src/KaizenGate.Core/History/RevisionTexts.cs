using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A text that git printed.</summary>
/// <param name="Path">The file that it is a revision of.</param>
/// <param name="Blob">Its id.</param>
/// <param name="Bytes">An array that starts with the text; null when it is too large.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct FetchedText(string Path, string Blob, byte[]? Bytes, long Length);

/// <summary>
/// Fetches the texts of a plan: one thread requests them, one reads what git prints, and one or more others take the texts of their own
/// files, each in the order of the plan.
/// </summary>
internal sealed class RevisionTexts : IDisposable
{
    /// <summary>The number of texts that are fetched ahead of those being read.</summary>
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
    private readonly int batchBytes;
    private readonly Func<string, int> takerOf;
    private readonly ImmutableArray<BlockingCollection<List<FetchedText>>> fetched;

    /// <summary>Arrays whose texts were read, for further texts.</summary>
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Workers workers = new();

    /// <param name="git">The repository.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="maxFileBytes">A larger text is not read.</param>
    /// <param name="batchBytes">The size of the texts that a taker gets at once; 0 for one text at a time.</param>
    /// <param name="takers">The number of threads that take texts.</param>
    /// <param name="takerOf">Returns the number, from 0, of the one that takes the texts of a path.</param>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public RevisionTexts(
        GitRepository git,
        List<PlannedText> texts,
        long maxFileBytes,
        int batchBytes,
        int takers,
        Func<string, int> takerOf
    )
    {
        (this.git, this.maxFileBytes, this.batchBytes, this.takerOf) = (git, maxFileBytes, batchBytes, takerOf);
        blobs = git.OpenBlobs();
        var ahead = batchBytes > 0 ? 1 : Ahead / takers;
        fetched = [.. Enumerable.Range(0, takers).Select(_ => new BlockingCollection<List<FetchedText>>(ahead))];
        workers.Start(() => Request(texts));
        workers.Start(() => Fetch(texts));
    }

    /// <summary>Returns the texts of one taker in batches, as they are fetched.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    /// <exception cref="OperationCanceledException">The taker has stopped.</exception>
    public IEnumerable<List<FetchedText>> Of(int taker, CancellationToken stopped)
    {
        foreach (var batch in fetched[taker].GetConsumingEnumerable(stopped))
        {
            yield return batch;
        }

        workers.ThrowIfFailed();
    }

    /// <summary>Takes back the array of a text that was read.</summary>
    public void Return(byte[] bytes)
    {
        if (bytes.Length is >= InitialBytes and <= MaxSpareBytes)
        {
            spare.Add(bytes);
        }
    }

    /// <summary>Stops fetching. No taker may be left.</summary>
    public void Dispose()
    {
        stop.Cancel();
        blobs.Dispose(); // Unblocks a request that git no longer reads.
        workers.Join();
        stop.Dispose();
        foreach (var queue in fetched)
        {
            queue.Dispose();
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
        var batches = new List<FetchedText>?[fetched.Length];
        var batched = 0L;
        try
        {
            foreach (var text in texts)
            {
                var bytes = spare.TryTake(out var used) ? used : new byte[InitialBytes];
                var (size, isRead) = blobs.Read(ref bytes, maxBytes, () => largerBytes.Value);
                (batches[takerOf(text.Path)] ??= []).Add(
                    new(text.Path, text.Blob, isRead ? Owned(bytes, (int)size) : null, size)
                );
                batched += isRead ? size : 0;
                if (batched >= batchBytes)
                {
                    Pass(batches);
                    batched = 0;
                }
            }

            Pass(batches);
        }
        finally
        {
            foreach (var queue in fetched)
            {
                queue.CompleteAdding();
            }
        }
    }

    /// <summary>Returns an array that can wait in a batch: a small text does not keep a large array.</summary>
    private byte[] Owned(byte[] bytes, int size)
    {
        if (batchBytes == 0 || size > bytes.Length / 2)
        {
            return bytes;
        }

        var own = bytes[..size];
        Return(bytes);
        return own;
    }

    private void Pass(List<FetchedText>?[] batches)
    {
        for (var taker = 0; taker < batches.Length; taker++)
        {
            if (batches[taker] is { } batch)
            {
                fetched[taker].Add(batch, stop.Token);
                batches[taker] = null;
            }
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
