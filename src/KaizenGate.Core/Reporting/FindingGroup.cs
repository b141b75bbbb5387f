using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>Findings about one rule, or about one improvement or file.</summary>
/// <param name="Findings">At least one, the worst first.</param>
/// <param name="IsByItem">Whether they are about one improvement or file.</param>
internal sealed record FindingGroup(ImmutableArray<Finding> Findings, bool IsByItem)
{
    public Finding Worst => Findings[0];

    /// <summary>What the findings share; safe in any log.</summary>
    public string Name =>
        (IsByItem, Worst.Item) switch
        {
            (false, _) => $"{Worst.Rule.Id} {Worst.Rule.Name}",
            (_, { } item) => $"{LogText.Message(item.Name)}{FindingText.ReferenceSuffix(Worst)}",
            _ => LogText.Path(Worst.File.Path),
        };

    /// <summary>Groups findings: those that fail the gate first, then by severity, those about a whole backlog, and by number.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="findings">The findings to group.</param>
    /// <param name="byItem">Whether to group by improvement or file instead of by rule.</param>
    public static ImmutableArray<FindingGroup> Of(Verdict verdict, IEnumerable<Finding> findings, bool byItem) =>
        [
            .. findings
                .GroupBy(finding => byItem ? (finding.Backlog.RootPath, finding.Item?.Key) : (finding.Rule.Id, null))
                .Select(group => new FindingGroup([.. group.OrderByDescending(finding => finding.Severity)], byItem))
                .OrderByDescending(group => group.Findings.Any(verdict.FailsBy))
                .ThenByDescending(group => group.Worst.Severity)
                .ThenBy(group => group.Worst.Item is not null)
                .ThenByDescending(group => group.Findings.Length),
        ];

    /// <summary>One finding of the group, without what its heading says; safe in any log.</summary>
    public string Line(Finding finding) =>
        IsByItem
            ? $"{FindingText.Place(finding)} {StatusText.Words(finding.Severity)} {finding.Rule.Id} {LogText.Message(finding.Message)}"
            : $"{FindingText.Place(finding)}{FindingText.ReferenceSuffix(finding)} {LogText.Of(FindingText.Sentence(finding))}";
}
