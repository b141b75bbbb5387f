using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The number of findings that a report does not show, and why.</summary>
internal static class HiddenText
{
    /// <summary>The number of findings suppressed by a comment.</summary>
    public static int Suppressed(Verdict verdict) => verdict.Findings.Count(one => one.IsSuppressed);

    /// <summary>The number of findings suppressed only by the baseline.</summary>
    public static int Baselined(Verdict verdict) =>
        verdict.Findings.Count(one => one is { IsBaselined: true, IsSuppressed: false });

    /// <summary><c>3 infos, 1 suppressed, 2 in the baseline</c>; empty if nothing is hidden.</summary>
    public static string Of(Verdict verdict, bool countsInfos)
    {
        var infos = countsInfos
            ? verdict.Findings.Count(one => one is { Counts: true, Severity: Severity.Info } && !verdict.FailsBy(one))
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
