using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The colours of the text report, or none: only the sixteen that every terminal lets its user choose.</summary>
internal sealed class AnsiStyle(bool isOn)
{
    public string Dim(string text) => Sgr("2", text);

    public string Bold(string text) => Sgr("1", text);

    public string Of(Severity severity, string text) =>
        severity switch
        {
            Severity.Error => Sgr("1;31", text),
            Severity.Warning => Sgr("33", text),
            _ => Sgr("36", text),
        };

    public string Of(Outcome outcome, string text) => Sgr(outcome is Outcome.Pass ? "1;32" : "1;31", text);

    private string Sgr(string code, string text) => isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
