using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>What it means that a trick is caught: the gate fails as without it, or a finding names it, or the change shows it.</summary>
internal static class Caught
{
    /// <summary>The rules by which the repositories fail.</summary>
    private static readonly string[] Rules = ["KZ301", "KZ303", "KZ304", "KZ305"];

    /// <summary>The gate fails by a rule by which it may fail without the trick.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="by">The rule; null for any.</param>
    public static void StillFails(this Verdict verdict, string? by = null) =>
        Assert.NotEmpty(
            verdict
                .Findings.Where(verdict.FailsBy)
                .Select(finding => finding.Rule.Id)
                .Intersect(by is null ? Rules : [by])
        );

    /// <summary>A finding that counts names the trick, in every format.</summary>
    public static void Names(this Verdict verdict, string rule, string message)
    {
        Assert.Contains(
            verdict
                .Findings.Where(finding => finding.Rule.Id == rule && finding.Counts)
                .Select(finding => finding.Message),
            found => found.Contains(message, StringComparison.Ordinal)
        );
        foreach (var format in ReportFormats.All)
        {
            Assert.Contains(rule, Rendered.Text(verdict, format.Name));
        }
    }

    /// <summary>The report of the change has a figure for it.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="text">A part of the line about the change.</param>
    public static void Shows(this Verdict verdict, string text)
    {
        foreach (var format in (string[])["text", "markdown", "comment"])
        {
            Assert.Contains(
                text,
                Rendered.Text(verdict, format).Replace("\n               ", " ", StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain("\"change\": null", Rendered.Text(verdict, "json"));
    }
}
