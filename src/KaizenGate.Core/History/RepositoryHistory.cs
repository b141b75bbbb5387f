using System.Collections.Immutable;

namespace KaizenGate.Core.History;

/// <summary>What happened to the backlogs of one repository, up to the commit that is checked out.</summary>
/// <param name="Ledger">The events.</param>
/// <param name="CommitDays">The days in UTC with commits, ascending, each once.</param>
internal sealed record RepositoryHistory(EventLog Ledger, ImmutableArray<DateOnly> CommitDays)
{
    /// <summary>The backlogs that are older than a shallow clone shows.</summary>
    public ImmutableHashSet<int> Hidden { get; init; } = [];
}
