using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The effect of a change on the figures, in Markdown.</summary>
internal static class ChangeTable
{
    /// <summary>The figures before and after; empty without a change.</summary>
    public static string Of(Verdict verdict)
    {
        if (verdict.Change is not { Delta: var delta } change)
        {
            return "";
        }

        var now = verdict.Figures;
        var (executed, identified) = (now.Executed - delta.Executed, now.Identified - delta.Identified);
        var before = identified > 0 ? (double?)executed / identified : null;
        return $"\n### Effect of this change ({MarkdownText.Of(change.Description)})\n\n| | before | after | change |\n| --- | --: | --: | --: |\n"
            + Row("open", now.Open, delta.Open)
            + Row("identified", now.Identified, delta.Identified)
            + Row("executed", now.Executed, delta.Executed)
            + $"| execution rate | {MarkdownText.Of(FiguresText.Rate(before))} | {MarkdownText.Of(FiguresText.Rate(now.ExecutionRate))} | {Points(before, now.ExecutionRate)} |\n";
    }

    private static string Row(string name, int now, int delta) =>
        $"| {name} | {now - delta} | {now} | {delta:+0;−0;0} |\n";

    private static string Points(double? before, double? after) =>
        Math.Round((after - before) * 100 ?? double.NaN, 1) switch
        {
            double.NaN => "–",
            0 => "0",
            < 0 and var less => $"−{-less:0.#} points",
            var more => $"+{more:0.#} points",
        };
}
