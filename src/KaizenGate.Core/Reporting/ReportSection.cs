using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting;

/// <summary>What a verdict says about one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Judged">Its backlog; null for another file that has findings (the settings, an archive, a missing backlog).</param>
/// <param name="Findings">All of the file's findings, in the order of the verdict.</param>
/// <param name="NotEvaluated">The rules that could not be judged on it.</param>
internal sealed record ReportSection(
    SourceFile File,
    CheckedBacklog? Judged,
    ImmutableArray<Finding> Findings,
    ImmutableArray<NotEvaluatedRule> NotEvaluated
)
{
    /// <summary>The backlogs in their order, then the other files in the order of their first finding.</summary>
    public static ImmutableArray<ReportSection> Of(Verdict verdict)
    {
        var findings = verdict.Findings.ToLookup(finding => finding.File);
        var missing = verdict.NotEvaluated.ToLookup(one => one.File);
        var judged = verdict.Backlogs.DistinctBy(one => one.Backlog.File).ToDictionary(one => one.Backlog.File);
        return
        [
            .. judged
                .Keys.Concat(findings.Select(group => group.Key))
                .Concat(missing.Select(group => group.Key))
                .Distinct()
                .Select(file => new ReportSection(
                    file,
                    judged.GetValueOrDefault(file),
                    [.. findings[file]],
                    [.. missing[file]]
                )),
        ];
    }
}
