namespace KaizenGate.Checking;

/// <summary>What an entry of a baseline accepts: neither lines nor words of the message, which change while the fault stays.</summary>
/// <param name="Path">The backlog, relative to the root of the repository.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Item">The present key of the improvement; null for the backlog as a whole.</param>
internal readonly record struct AcceptedFinding(string Path, string RuleId, string? Item)
{
    public static AcceptedFinding Of(Finding finding) => new(finding.File.RootPath, finding.Rule.Id, finding.Item?.Key);
}
