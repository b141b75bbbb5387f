using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The verdict in words.</summary>
internal static class VerdictText
{
    /// <summary>The other backlogs that were not checked are only counted.</summary>
    private const int MaxNames = 5;

    /// <summary><c>gate passed</c>, <c>gate failed</c> or <c>gate could not run</c>.</summary>
    public static string Outcome(Verdict verdict) =>
        verdict.Outcome switch
        {
            Checking.Outcome.Pass => "gate passed",
            Checking.Outcome.Fail => "gate failed",
            _ => "gate could not run",
        };

    /// <summary>The counts, and the rules that fail the gate: <c>2 errors, 1 warning (KZ201, KZ203)</c>.</summary>
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
        if (verdict.Backlogs.IsEmpty && !verdict.Untouched.IsEmpty)
        {
            counts.Add("no backlog changed");
        }

        if (counts.Count == 0)
        {
            counts.Add("no findings");
        }

        if (VerdictText.NotEvaluated(verdict) is > 0 and var missing)
        {
            counts.Add($"{Wording.Count(missing, "rule")} not evaluated");
        }

        return string.Join(", ", counts) + Remark(verdict);

        void Add(Severity severity)
        {
            if (verdict.Count(severity) is > 0 and var count)
            {
                counts.Add(Wording.Count(count, StatusText.Words(severity)));
            }
        }
    }

    /// <summary>The whole line: <c>gate failed: 2 errors, 1 warning (KZ201, KZ203)</c>.</summary>
    public static string Line(Verdict verdict) => $"{Outcome(verdict)}: {Grounds(verdict)}";

    /// <summary><c>2 backlogs not in this change: a.md, b.md</c>; empty if there are none.</summary>
    public static string Untouched(Verdict verdict, Func<string, string> escape)
    {
        var count = verdict.Untouched.Length;
        if (count == 0)
        {
            return "";
        }

        var names = string.Join(", ", verdict.Untouched.Take(MaxNames).Select(file => escape(file.Path)));
        var more = count > MaxNames ? $" and {count - MaxNames} more" : "";
        return $"{Wording.Count(count, "backlog")} not in this change: {names}{more}";
    }

    /// <summary>The number of findings suppressed by a comment.</summary>
    public static int Suppressed(Verdict verdict) => verdict.Findings.Count(one => one.IsSuppressed);

    /// <summary>The number of findings suppressed only by the baseline.</summary>
    public static int Baselined(Verdict verdict) =>
        verdict.Findings.Count(one => one is { IsBaselined: true, IsSuppressed: false });

    /// <summary>The time since a day: <c>12 days</c>.</summary>
    public static string Age(DateOnly since, DateOnly asOf) =>
        Wording.Count(Math.Max(0, asOf.DayNumber - since.DayNumber), "day");

    /// <summary><c>3 infos, 1 suppressed, 2 in the baseline for up to 12 days</c>; empty if nothing is hidden.</summary>
    public static string Hidden(Verdict verdict, bool countsInfos)
    {
        var infos = countsInfos
            ? verdict.Findings.Count(one => one is { Counts: true, Severity: Severity.Info } && !verdict.FailsBy(one))
            : 0;
        var (suppressed, baselined) = (Suppressed(verdict), Baselined(verdict));
        string[] parts =
        [
            infos > 0 ? Wording.Count(infos, "info") : "",
            suppressed > 0 ? $"{suppressed} suppressed" : "",
            baselined > 0 ? $"{baselined} in the baseline for up to {Age(Oldest(verdict), verdict.AsOf)}" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static DateOnly Oldest(Verdict verdict) =>
        verdict.Findings.Where(one => !one.IsSuppressed).Min(one => one.BaselinedSince)!.Value;

    /// <summary>The reasons with their rules (<c>KZ301, KZ302</c>), in the order of the first rule.</summary>
    public static ImmutableArray<(string Rules, string Reason)> Reasons(IEnumerable<NotEvaluatedRule> missing) =>
        [
            .. missing
                .GroupBy(one => one.Reason, StringComparer.Ordinal)
                .Select(group => (string.Join(", ", group.Select(one => one.Rule.Id).Distinct()), group.Key)),
        ];

    /// <summary>The number of rules that were not evaluated on at least one backlog, except those about a change when none is checked.</summary>
    public static int NotEvaluated(Verdict verdict) =>
        verdict.NotEvaluated.Where(one => !one.NeedsChange).Select(one => one.Rule.Id).Distinct().Count();

    private static string Remark(Verdict verdict) =>
        verdict switch
        {
            { Outcome: Checking.Outcome.Fail } => string.Join(
                ", ",
                verdict.Findings.Where(verdict.FailsBy).Select(finding => finding.Rule.Id).Distinct().Order()
            )
                is { Length: > 0 } rules
                ? $" ({rules})"
                : "",
            { Outcome: Checking.Outcome.Pass, FailOn: null } => " (failOn is never)",
            _ => "",
        };
}
