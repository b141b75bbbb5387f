namespace KaizenGate.Core.History;

/// <summary>The content of an improvement in one revision of its file, as far as the history needs it.</summary>
/// <remarks><see cref="ItemStates"/> makes equal states one object, so that most comparisons are by reference.</remarks>
internal sealed record ItemState
{
    /// <summary>Differs when any text of the improvement differs; see <see cref="ItemFingerprint"/>.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>Unique in its file; see <see cref="Improvement.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The key without its number when earlier items of the same revision have it; null otherwise. See <see cref="ItemStates"/>.</summary>
    public string? SharedKey { get; init; }

    /// <summary>The improvement's own key, which several items of one revision may have.</summary>
    public string OwnKey => SharedKey ?? Key;

    /// <summary>Null when the key is the normalized title.</summary>
    public string? Id { get; init; }

    public required string Title { get; init; }
    public Status Status { get; init; }
    public double? Impact { get; init; }
    public double? Effort { get; init; }
    public double? Score { get; init; }

    /// <summary>The date in the file.</summary>
    public DateOnly? Captured { get; init; }

    /// <summary>The date in the file.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>The date in the file of the completion or rejection.</summary>
    public DateOnly? Completed { get; init; }

    /// <summary>The number of its sightings; see <see cref="Improvement.Sightings"/>.</summary>
    public int Sightings { get; init; }

    public bool HasRatingsOf(ItemState other) => (Impact, Effort, Score) == (other.Impact, other.Effort, other.Score);

    /// <summary>Null when it is not done, or says nothing.</summary>
    public StatedOutcome? Outcome { get; init; }

    /// <summary>Whether it is neither done nor rejected.</summary>
    public bool IsOpen => Status is not (Status.Done or Status.Rejected);
}
