using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The lines of the text report between the findings and the verdict: figures, unread entries, rules not evaluated, backlogs not checked, findings not shown.</summary>
internal static class TextFoot
{
    /// <summary>Without <c>--verbose</c>, only the first reasons are listed.</summary>
    private const int MaxReasons = 5;

    /// <summary>The width of the widest label.</summary>
    private const int LabelWidth = 13;

    public static void Write(Verdict verdict, ReportOptions options, TextPage page, AnsiStyle ink)
    {
        if (verdict.Backlogs.Length > 0)
        {
            var label = verdict.Backlogs.Length > 1 ? "total" : "figures";
            page.Line($"{Label(label, ink)}{FiguresText.Line(verdict.Figures)}");
            if (options.Verbose)
            {
                page.Line($"{Label("", ink)}{FiguresText.DaysLine(verdict.Figures)}");
            }
        }

        foreach (var line in AccountText.Lines(verdict, options.Verbose ? int.MaxValue : MaxReasons))
        {
            page.Line($"{Label("reading", ink)}{LogText.Message(line)}");
        }

        if (verdict.NotEvaluated.Length > 0)
        {
            page.Line($"{Label("not evaluated", ink)}{Wording.Count(NotEvaluatedText.CountRules(verdict), "rule")}");
            foreach (var line in Missing(verdict, options.Verbose))
            {
                page.Line($"  {line}");
            }
        }

        if (VerdictText.Untouched(verdict, LogText.Path) is { Length: > 0 } untouched)
        {
            page.Line($"{Label("not checked", ink)}{untouched}");
        }

        if (!options.Verbose && HiddenText.Of(verdict, countsInfos: true) is { Length: > 0 } hidden)
        {
            page.Line($"{Label("not shown", ink)}{hidden} {ink.Dim("(use --verbose)")}");
        }
    }

    /// <summary>A label in a column of its own.</summary>
    public static string Label(string text, AnsiStyle ink) => ink.Dim(text.PadRight(LabelWidth + 2));

    private static IEnumerable<string> Missing(Verdict verdict, bool isVerbose)
    {
        if (isVerbose)
        {
            return verdict.NotEvaluated.Select(NotEvaluatedText.Line);
        }

        var reasons = NotEvaluatedText.ByReason(verdict.NotEvaluated);
        var lines = reasons.Take(MaxReasons).Select(one => $"{one.Rules}: {LogText.Message(one.Reason)}");
        return reasons.Length > MaxReasons
            ? lines.Append($"and {Wording.Count(reasons.Length - MaxReasons, "more reason")} (use --verbose)")
            : lines;
    }
}
