using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>What it means that a trick is caught: the gate fails as without it, or a finding names it, or the change shows it.</summary>
internal static class Caught
{
    /// <summary>The gate fails by a rule by which it fails without the trick.</summary>
    public static void StillFails(this Verdict verdict, string rule)
    {
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.Contains(verdict.Findings, finding => finding.Rule.Id == rule && verdict.FailsBy(finding));
    }

    /// <summary>A finding that counts names the trick, in every format.</summary>
    public static void Names(this Verdict verdict, string rule, string message)
    {
        Assert.Contains(
            verdict.Findings.Where(finding => finding.Rule.Id == rule && finding.Counts),
            finding => finding.Message.Contains(message, StringComparison.Ordinal)
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
