namespace KaizenGate.Core.History;

/// <summary>When a revision came to be.</summary>
/// <param name="Oid">The commit in full; null for changes that are not committed.</param>
/// <param name="Day">The day in UTC.</param>
internal readonly record struct CommitStamp(string? Oid, DateOnly Day);
