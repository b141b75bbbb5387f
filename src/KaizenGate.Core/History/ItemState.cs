using KaizenGate.Backlogs;

namespace KaizenGate.History;

/// <summary>What the history remembers of an improvement in one revision of its file.</summary>
/// <remarks>Compared by reference: the same object means that nothing changed.</remarks>
internal sealed class ItemState
{
    /// <summary>The identity within its file; see <see cref="Improvement.Key"/>.</summary>
    public required string Key { get; init; }

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
}
