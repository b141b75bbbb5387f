using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting;

/// <summary>The part of a verdict about one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Checked">The backlog; null for other files with findings (settings, an archive, a missing backlog).</param>
/// <param name="Findings">The findings in the file, in the order of the verdict.</param>
/// <param name="NotEvaluated">The rules that were not evaluated on it.</param>
internal sealed record ReportSection(
    SourceFile File,
    CheckedBacklog? Checked,
    ImmutableArray<Finding> Findings,
    ImmutableArray<NotEvaluatedRule> NotEvaluated
)
{
    /// <summary>The backlogs in their order, then the other files in the order of their first finding.</summary>
    public static ImmutableArray<ReportSection> Of(Verdict verdict) => Of(verdict, verdict.Findings);

    /// <summary>The same with other findings of the verdict.</summary>
    public static ImmutableArray<ReportSection> Of(Verdict verdict, ImmutableArray<Finding> all)
    {
        var findings = all.ToLookup(finding => finding.Backlog);
        var missing = verdict.NotEvaluated.ToLookup(one => one.File);
        var backlogs = verdict.Backlogs.DistinctBy(one => one.Backlog.File).ToDictionary(one => one.Backlog.File);
        return
        [
            .. backlogs
                .Keys.Concat(findings.Select(group => group.Key))
                .Concat(missing.Select(group => group.Key))
                .Distinct()
                .Select(file => new ReportSection(
                    file,
                    backlogs.GetValueOrDefault(file),
                    [.. findings[file]],
                    [.. missing[file]]
                )),
        ];
    }
}
