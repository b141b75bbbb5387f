using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The verdict and its main reason, at the top of the page.</summary>
internal static class VerdictBanner
{
    private const int LongestWhy = 240;

    public static void Write(Markup html, Verdict verdict)
    {
        var (series, sign) = verdict.Outcome switch
        {
            Outcome.Pass => ("passed", "M11 17.5l4 4 8-9"),
            Outcome.Fail => ("failed", "M12 12l10 10M22 12L12 22"),
            _ => ("unchecked", "M17 10v8.5M17 23.5v.5"),
        };
        html.Add($"<section class=\"verdict {series}\" aria-labelledby=\"verdict\">");
        html.Add(
            $"<svg viewBox=\"0 0 34 34\" aria-hidden=\"true\"><circle cx=\"17\" cy=\"17\" r=\"17\"/><path class=\"sign\" d=\"{sign}\"/></svg>"
        );
        html.Add(
            $"<div><h2 id=\"verdict\">{Title(verdict.Outcome)}</h2><p class=\"why\">{Markup.Message(Why(verdict))}</p>"
        );
        html.Add($"<p class=\"grounds\">{VerdictText.Grounds(verdict)}</p></div></section>\n");
    }

    private static string Title(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "Gate passed",
            Outcome.Fail => "Gate failed",
            _ => "Gate error",
        };

    /// <summary>One sentence: the worst finding that fails the gate, else the worst other finding.</summary>
    private static string Why(Verdict verdict)
    {
        if (verdict.Outcome is Outcome.Error)
        {
            return Sentence(verdict.Errors[0].Message);
        }

        var findings = FindingText.WorstFirst(verdict).ToList();
        var failing = findings.Where(verdict.FailsBy).ToList();
        return (failing, findings) switch
        {
            ([var one], _) => Sentence(Named(one)),
            ([var worst, ..], _) =>
                $"{Sentence(Named(worst))} {Wording.Count(failing.Count - 1, "more finding")} also {(failing.Count == 2 ? "fails" : "fail")} the gate.",
            (_, []) => "No findings.",
            (_, [var worst, ..]) when worst.Severity > Severity.Info => $"Start with: {Sentence(Named(worst))}",
            _ => "Only infos.",
        };
    }

    private static string Named(Finding finding) =>
        $"{FindingText.Title(finding.Rule)}: {FindingText.Sentence(finding)}";

    private static string Sentence(string words) => PageText.Sentence(VisibleText.Cut(words, LongestWhy));
}
