using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// Names findings so that a host knows them again when lines have moved: by rule, file, the improvement's identity, and
/// their number among those that are equal in all this.
/// </summary>
internal static class Fingerprints
{
    /// <summary>A name of 32 hexadecimal digits for each finding of the verdict, hidden ones counted, so that hiding one renames none.</summary>
    public static Dictionary<Finding, string> Of(Verdict verdict)
    {
        var seen = new Dictionary<(string Rule, string Path, string? Key), int>();
        var names = new Dictionary<Finding, string>(ReferenceEqualityComparer.Instance);
        foreach (var finding in verdict.Findings)
        {
            var identity = (finding.Rule.Id, finding.File.RootPath, finding.Item?.Key);
            var ordinal = seen.GetValueOrDefault(identity);
            seen[identity] = ordinal + 1;
            names[finding] = Hash(finding.Rule.Id, finding.File.RootPath, finding.Item?.Key ?? "", $"{ordinal}");
        }

        return names;
    }

    /// <summary>A name for a list of parts; each goes in with its length, so that no two lists give one text.</summary>
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
