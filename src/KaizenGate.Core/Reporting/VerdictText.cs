using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>The verdict in words.</summary>
internal static class VerdictText
{
    /// <summary><c>gate open</c>, <c>gate shut</c> or <c>could not judge</c>.</summary>
    public static string Outcome(Verdict verdict) =>
        verdict.Outcome switch
        {
            Checking.Outcome.Pass => "gate open",
            Checking.Outcome.Fail => "gate shut",
            _ => "could not judge",
        };

    /// <summary>What it rests on: <c>2 errors, 1 warning (shut by KZ201, KZ203)</c>.</summary>
    public static string Grounds(Verdict verdict)
    {
        var counts = new List<string>();
        if (verdict.Outcome is Checking.Outcome.Error)
        {
            counts.Add(Wording.Count(verdict.Errors.Length, "input error"));
        }

        Add(Severity.Error);
        Add(Severity.Warning);
        Add(Severity.Info);
        if (UntouchedText.IsAll(verdict))
        {
            counts.Add("no backlog is touched");
        }

        if (counts.Count == 0)
        {
            counts.Add("no findings");
        }

        if (NotEvaluatedText.CountRules(verdict) is > 0 and var missing)
        {
            counts.Add($"{Wording.Count(missing, "rule")} not evaluated");
        }

        return string.Join(", ", counts) + Remark(verdict);

        void Add(Severity severity)
        {
            if (verdict.Count(severity) is > 0 and var count)
            {
                counts.Add(Wording.Count(count, SeverityText.Of(severity)));
            }
        }
    }

    /// <summary>The whole line: <c>gate shut: 2 errors, 1 warning (shut by KZ201, KZ203)</c>.</summary>
    public static string Line(Verdict verdict) => $"{Outcome(verdict)}: {Grounds(verdict)}";

    private static string Remark(Verdict verdict) =>
        verdict switch
        {
            { Outcome: Checking.Outcome.Fail } => string.Join(
                ", ",
                verdict.Findings.Where(verdict.IsShutBy).Select(finding => finding.Rule.Id).Distinct().Order()
            )
                is { Length: > 0 } rules
                ? $" (shut by {rules})"
                : "",
            { Outcome: Checking.Outcome.Pass, FailOn: FailOn.Never } => " (nothing shuts it)",
            _ => "",
        };
}
