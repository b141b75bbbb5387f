using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// Identifies findings when lines have moved: by rule, file, the key of the improvement, and the ordinal among findings
/// with the same rule, file and key.
/// </summary>
internal static class Fingerprints
{
    /// <summary>Returns 32 hexadecimal digits per finding. Findings that are hidden or outside of the checked change are included, so that they do not change the others.</summary>
    public static Dictionary<Finding, string> Of(Verdict verdict)
    {
        var seen = new Dictionary<(string, string, string?), int>();
        var names = new Dictionary<Finding, string>(ReferenceEqualityComparer.Instance);
        foreach (var finding in verdict.AllFindings)
        {
            var ordinal = seen.GetValueOrDefault(finding.Identity);
            seen[finding.Identity] = ordinal + 1;
            names[finding] = Hash(finding.Rule.Id, finding.Backlog.RootPath, finding.Item?.Key ?? "", $"{ordinal}");
        }

        return names;
    }

    /// <summary>Hashes parts with their lengths, so that different lists have different hashes.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(ReportStream.Encoding.GetBytes(text.ToString()))[..16]);
    }
}
