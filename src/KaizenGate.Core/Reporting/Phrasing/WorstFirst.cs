using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The order for formats that a host cuts off.</summary>
internal static class WorstFirst
{
    /// <summary>The findings that count, errors before warnings before infos, else in the order of the verdict.</summary>
    public static IEnumerable<Finding> Of(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Counts).OrderByDescending(finding => finding.Severity);
}
