using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>How many findings a report keeps to itself, and why.</summary>
internal static class HiddenText
{
    /// <summary>The findings that a comment takes off the verdict.</summary>
    public static int Suppressed(Verdict verdict) => verdict.Findings.Count(one => one.IsSuppressed);

    /// <summary>The findings that the baseline alone takes off the verdict.</summary>
    public static int Baselined(Verdict verdict) =>
        verdict.Findings.Count(one => one is { IsBaselined: true, IsSuppressed: false });

    /// <summary><c>3 infos, 1 suppressed, 2 in the baseline</c>; empty when nothing is hidden.</summary>
    public static string Of(Verdict verdict, bool countsInfos)
    {
        var infos = countsInfos
            ? verdict.Findings.Count(one => one is { Counts: true, Severity: Severity.Info } && !verdict.IsShutBy(one))
            : 0;
        var (suppressed, baselined) = (Suppressed(verdict), Baselined(verdict));
        string[] parts =
        [
            infos > 0 ? Wording.Count(infos, "info") : "",
            suppressed > 0 ? $"{suppressed} suppressed" : "",
            baselined > 0 ? $"{baselined} in the baseline" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
