namespace KaizenGate.Core.Timelines;

/// <summary>The history of one backlog and the requested change to it.</summary>
/// <param name="History">Its timeline, or why there is none.</param>
internal sealed record KnownHistory(HistoryResult History)
{
    public const string NotAsked = "history was not read: --no-history";

    public const string NotCached = "the history is not cached yet";

    public const string NotCommitted = "the file is not committed yet";

    /// <summary>The requested change; null for none.</summary>
    public ChangeRange? Range { get; init; }

    /// <summary>What the user should know about how it was read; sentences without a full stop.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Why the history was not read from git, with the remedy; null when it was.</summary>
    public string? NoHistory { get; init; }

    /// <summary>Derives the history from the dates in a backlog.</summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="reason">Why there is no history.</param>
    public static KnownHistory ByDates(Backlog backlog, DateOnly asOf, string reason)
    {
        var result = WrittenDates.Read(backlog, asOf);
        return new(result is NoHistory none ? none with { Reason = $"{reason}, and {none.Reason}" } : result)
        {
            NoHistory = reason,
        };
    }
}
