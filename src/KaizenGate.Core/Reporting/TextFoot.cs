using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The lines of the text report between the findings and the verdict: the figures, what was not judged, what is not shown.</summary>
internal static class TextFoot
{
    /// <summary>More reasons than this are counted, unless all are asked for.</summary>
    private const int MostReasons = 5;

    /// <summary>The width of the widest label.</summary>
    private const int LabelWidth = 13;

    public static void Write(Verdict verdict, ReportOptions options, TextPage page, Ink ink)
    {
        if (verdict.Backlogs.Length > 0)
        {
            var label = verdict.Backlogs.Length > 1 ? "all together" : "figures";
            page.Line($"{Label(label, ink)}{FiguresText.Line(verdict.Figures)}");
            if (options.Verbose)
            {
                page.Line($"{Label("", ink)}{FiguresText.DaysLine(verdict.Figures)}");
            }
        }

        if (verdict.NotEvaluated.Length > 0)
        {
            page.Line($"{Label("not evaluated", ink)}{Wording.Count(NotEvaluatedText.CountRules(verdict), "rule")}");
            foreach (var line in Missing(verdict, options.Verbose))
            {
                page.Line($"  {line}");
            }
        }

        if (UntouchedText.Of(verdict, LogText.Path) is { Length: > 0 } untouched)
        {
            page.Line($"{Label("not judged", ink)}{untouched}");
        }

        if (!options.Verbose && HiddenText.Of(verdict, countsInfos: true) is { Length: > 0 } hidden)
        {
            page.Line($"{Label("not shown", ink)}{hidden} {ink.Dim("(--verbose shows them)")}");
        }
    }

    /// <summary>What stands before a line of figures, in a column.</summary>
    public static string Label(string text, Ink ink) => ink.Dim(text.PadRight(LabelWidth + 2));

    private static IEnumerable<string> Missing(Verdict verdict, bool isVerbose)
    {
        if (isVerbose)
        {
            return verdict.NotEvaluated.Select(NotEvaluatedText.Line);
        }

        var reasons = NotEvaluatedText.ByReason(verdict.NotEvaluated);
        var lines = reasons.Take(MostReasons).Select(one => $"{one.Rules}: {LogText.Message(one.Reason)}");
        return reasons.Length > MostReasons
            ? lines.Append($"and {Wording.Count(reasons.Length - MostReasons, "more reason")} (--verbose shows them)")
            : lines;
    }
}
