using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The words for severities that all formats share.</summary>
internal static class SeverityText
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            _ => "off",
        };
}
