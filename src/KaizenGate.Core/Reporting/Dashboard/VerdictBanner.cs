using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Reporting.Html;
using KaizenGate.Settings;

namespace KaizenGate.Reporting.Dashboard;

/// <summary>Whether the gate is open, and why, before everything else.</summary>
internal static class VerdictBanner
{
    private const int LongestWhy = 240;

    public static void Write(Markup html, Verdict verdict)
    {
        var (series, sign) = verdict.Outcome switch
        {
            Outcome.Pass => ("open", "M11 17.5l4 4 8-9"),
            Outcome.Fail => ("shut", "M12 12l10 10M22 12L12 22"),
            _ => ("unjudged", "M17 10v8.5M17 23.5v.5"),
        };
        html.Add($"<section class=\"verdict {series}\" aria-labelledby=\"verdict\">");
        html.Add(
            $"<svg viewBox=\"0 0 34 34\" aria-hidden=\"true\"><circle cx=\"17\" cy=\"17\" r=\"17\"/><path class=\"sign\" d=\"{sign}\"/></svg>"
        );
        html.Add($"<div><h2 id=\"verdict\">{Title(verdict.Outcome)}</h2><p class=\"why\">{Words.Of(Why(verdict))}</p>");
        html.Add($"<p class=\"grounds\">{VerdictText.Grounds(verdict)}</p></div></section>\n");
    }

    private static string Title(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "Gate open",
            Outcome.Fail => "Gate shut",
            _ => "Could not judge",
        };

    /// <summary>One sentence: the worst of what shuts it, else the worst of what does not.</summary>
    private static string Why(Verdict verdict)
    {
        if (verdict.Outcome is Outcome.Error)
        {
            return Said(verdict.Errors[0].Message);
        }

        var findings = WorstFirst.Of(verdict).ToList();
        var shutting = findings.Where(verdict.IsShutBy).ToList();
        return (shutting, findings) switch
        {
            ([var one], _) => Said(Named(one)),
            ([var worst, ..], _) =>
                $"{Said(Named(worst))} {Wording.Count(shutting.Count - 1, "more finding")} {(shutting.Count == 2 ? "shuts" : "shut")} it, too.",
            (_, []) => "No rule found anything to improve in how you improve.",
            (_, [var worst, ..]) when worst.Severity > Severity.Info =>
                $"Nothing shuts it. The first thing to look at: {Said(Named(worst))}",
            _ => "Nothing shuts it, and nothing is worse than a remark.",
        };
    }

    private static string Named(Finding finding) => $"{Words.Spoken(finding.Rule)}: {FindingText.Message(finding)}";

    private static string Said(string words) => Sentence.Of(VisibleText.Cut(words, LongestWhy));
}
