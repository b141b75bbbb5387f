using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A text that was fetched.</summary>
/// <param name="For">What it was wanted for.</param>
/// <param name="Bytes">Holds the text from its beginning; null when it was fetched before or is too large.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct FetchedText(WantedText For, byte[]? Bytes, int Length);

/// <summary>Fetches the texts that a lister asked for, some ahead of the one that is read.</summary>
/// <param name="wanted">What it asked for.</param>
/// <param name="fetched">Receives the texts in the same order; complete at the end.</param>
/// <param name="largest">A larger text is passed over; in bytes.</param>
/// <param name="stop">Says that nobody wants the rest.</param>
internal sealed class TextFetcher(
    BlockingCollection<WantedText> wanted,
    BlockingCollection<FetchedText> fetched,
    int largest,
    CancellationToken stop
)
{
    private const int UsualBytes = 128 * 1024;

    private readonly ConcurrentBag<byte[]> spare = [];

    /// <summary>Takes an array whose text was read, for one of the next texts.</summary>
    public void Reuse(byte[] bytes) => spare.Add(bytes);

    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public void Fetch(Blobs blobs)
    {
        try
        {
            foreach (var one in wanted.GetConsumingEnumerable(stop))
            {
                fetched.Add(one.IsRequested ? Next(one, blobs) : new FetchedText(one, null, 0), stop);
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    private FetchedText Next(WantedText one, Blobs blobs)
    {
        var bytes = spare.TryTake(out var used) ? used : new byte[UsualBytes];
        var size = blobs.Read(ref bytes, largest);
        return size > largest ? new FetchedText(one, null, 0) : new FetchedText(one, bytes, (int)size);
    }
}
