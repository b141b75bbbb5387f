namespace KaizenGate.Core.Checking;

/// <summary>The finding that a baseline entry accepts. It ignores lines and messages, which change while the finding remains.</summary>
/// <param name="Path">The backlog, relative to the root of the repository.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Item">The current key of the improvement; null for the backlog as a whole.</param>
internal readonly record struct AcceptedFinding(string Path, string RuleId, string? Item)
{
    public static AcceptedFinding Of(Finding finding) => new(finding.File.RootPath, finding.Rule.Id, finding.Item?.Key);
}
