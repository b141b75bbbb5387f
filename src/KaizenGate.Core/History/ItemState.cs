using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>What the history remembers of an improvement in one revision of its file.</summary>
/// <remarks>Compared by reference: the same object means that nothing changed.</remarks>
internal sealed class ItemState
{
    /// <summary>The identity within its file; see <see cref="Improvement.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The key without its number, where earlier ones of the same revision have the same; see <see cref="ItemStates"/>.</summary>
    public string? SharedKey { get; init; }

    /// <summary>The improvement's own key, which several of one revision may have.</summary>
    public string OwnKey => SharedKey ?? Key;

    /// <summary>Null when the key is the folded title.</summary>
    public string? Id { get; init; }

    public required string Title { get; init; }
    public Status Status { get; init; }
    public double? Impact { get; init; }
    public double? Effort { get; init; }
    public double? Score { get; init; }

    /// <summary>Written in the file.</summary>
    public DateOnly? Captured { get; init; }

    /// <summary>Written in the file.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>Written in the file; for what was rejected the day of the rejection.</summary>
    public DateOnly? Completed { get; init; }

    /// <summary>A number that differs when anything that is written about it differs; the same on every machine and in every version that reads alike.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>The same as one of several with its key.</summary>
    public ItemState As(string key) =>
        new()
        {
            Key = key,
            SharedKey = OwnKey,
            Id = Id,
            Title = Title,
            Status = Status,
            Impact = Impact,
            Effort = Effort,
            Score = Score,
            Captured = Captured,
            Started = Started,
            Completed = Completed,
            Fingerprint = Fingerprint,
        };

    /// <summary>Whether it is neither done nor rejected.</summary>
    public bool IsOpen => Status is not (Status.Done or Status.Rejected);

    /// <summary>Whether the other says the same of the same improvement.</summary>
    public bool Says(ItemState other) =>
        ReferenceEquals(this, other)
        || (
            Fingerprint == other.Fingerprint
            && Key == other.Key
            && SharedKey == other.SharedKey
            && Id == other.Id
            && Title == other.Title
            && Status == other.Status
            && Impact.Equals(other.Impact)
            && Effort.Equals(other.Effort)
            && Score.Equals(other.Score)
            && Captured == other.Captured
            && Started == other.Started
            && Completed == other.Completed
        );
}
