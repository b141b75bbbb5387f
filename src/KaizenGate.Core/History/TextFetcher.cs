using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <param name="Wanted">The request.</param>
/// <param name="Bytes">An array that starts with the text; null when the file was deleted or the text is too large.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct FetchedText(WantedText Wanted, byte[]? Bytes, int Length);

/// <summary>Fetches the requested texts in order, some ahead of the one being read.</summary>
/// <param name="wanted">The requests.</param>
/// <param name="fetched">Receives the texts in the same order; completed at the end.</param>
/// <param name="maxBytes">Larger texts are skipped.</param>
/// <param name="stop">Canceled when the rest is not needed.</param>
internal sealed class TextFetcher(
    BlockingCollection<WantedText> wanted,
    BlockingCollection<FetchedText> fetched,
    int maxBytes,
    CancellationToken stop
)
{
    private const int InitialBytes = 128 * 1024;

    private readonly ConcurrentBag<byte[]> spare = [];

    /// <summary>Returns an array for reuse after its text was read.</summary>
    public void Reuse(byte[] bytes) => spare.Add(bytes);

    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public void Fetch(Blobs blobs)
    {
        try
        {
            foreach (var one in wanted.GetConsumingEnumerable(stop))
            {
                fetched.Add(one.Exists ? Next(one, blobs) : new FetchedText(one, null, 0), stop);
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    private FetchedText Next(WantedText one, Blobs blobs)
    {
        var bytes = spare.TryTake(out var used) ? used : new byte[InitialBytes];
        var size = blobs.Read(ref bytes, maxBytes);
        return size > maxBytes ? new FetchedText(one, null, 0) : new FetchedText(one, bytes, (int)size);
    }
}
