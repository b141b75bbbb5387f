using System.Collections.Immutable;

namespace KaizenGate.Core.History.Caching;

/// <summary>What was kept at a checkpoint, as it was when it was saved.</summary>
/// <param name="Checkpoint">Up to where it reaches.</param>
/// <param name="DaysWithCommits">The days on which anything was committed, as they were saved.</param>
/// <param name="Payload">What the saver wrote.</param>
internal sealed record CachedHistory(
    Checkpoint Checkpoint,
    ImmutableArray<DateOnly> DaysWithCommits,
    ArraySegment<byte> Payload
)
{
    /// <summary>A reader at the start of the payload. It holds no file, so that nothing has to be closed in a hurry.</summary>
    public BinaryReader OpenPayload() =>
        new(new MemoryStream(Payload.Array!, Payload.Offset, Payload.Count, writable: false));
}
