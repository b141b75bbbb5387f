using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The lines of the text report between the findings and the verdict: figures, rules not evaluated, backlogs not checked, findings not shown.</summary>
internal static class TextFoot
{
    /// <summary>Without <c>--verbose</c>, only the first reasons are listed.</summary>
    private const int MaxReasons = 5;

    public static void Write(Verdict verdict, ReportOptions options, TextPage page)
    {
        if (verdict.Backlogs.Length > 0)
        {
            var label = verdict.Backlogs.Length > 1 ? "total" : "figures";
            page.Labelled(label, FiguresText.Line(verdict.Figures));
            if (options.Verbose)
            {
                page.Labelled("", FiguresText.DaysLine(verdict.Figures));
            }
        }

        if (verdict.NotEvaluated.Length > 0)
        {
            page.Labelled("not evaluated", Wording.Count(VerdictText.NotEvaluated(verdict), "rule"));
            foreach (var line in Missing(verdict, options.Verbose))
            {
                page.Line($"  {line}");
            }
        }

        if (VerdictText.Untouched(verdict, LogText.Path) is { Length: > 0 } untouched)
        {
            page.Labelled("not checked", untouched);
        }

        if (!options.Verbose && VerdictText.Hidden(verdict, countsInfos: true) is { Length: > 0 } hidden)
        {
            page.Labelled("not shown", $"{hidden} {page.Dim("(use --verbose)")}");
        }
    }

    private static IEnumerable<string> Missing(Verdict verdict, bool isVerbose)
    {
        if (isVerbose)
        {
            return verdict.NotEvaluated.Select(FindingText.Line);
        }

        var reasons = VerdictText.Reasons(verdict.NotEvaluated);
        var lines = reasons.Take(MaxReasons).Select(one => $"{one.Rules}: {LogText.Message(one.Reason)}");
        return reasons.Length > MaxReasons
            ? lines.Append($"and {Wording.Count(reasons.Length - MaxReasons, "more reason")} (use --verbose)")
            : lines;
    }
}
