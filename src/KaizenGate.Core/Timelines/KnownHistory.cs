using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Timelines;

/// <summary>What is known of the past of one backlog.</summary>
/// <param name="Past">What happened to it, or why that is not known.</param>
internal sealed record KnownHistory(HistoryResult Past)
{
    /// <summary>Why history was left alone.</summary>
    public const string NotAsked = "history was not read: --no-history";

    /// <summary>The change that is judged; null when it is not about a change.</summary>
    public ChangeRange? Range { get; init; }

    /// <summary>Why the past was not read from git, with the remedy; null when it was.</summary>
    public string? NoHistory { get; init; }

    /// <summary>What the dates in a backlog tell, when there is no history that could tell more.</summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="reason">Why there is no history.</param>
    public static KnownHistory ByDates(Backlog backlog, DateOnly asOf, string reason)
    {
        var past = WrittenDates.Read(backlog, asOf);
        return new(past is NoHistory none ? none with { Reason = $"{reason}, and {none.Reason}" } : past)
        {
            NoHistory = reason,
        };
    }
}
