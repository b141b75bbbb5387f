using System.Collections.Immutable;
using KaizenGate.Checking;
using KaizenGate.Escaping;

namespace KaizenGate.Reporting.Phrasing;

/// <summary>The rules that had too little to judge by, in words.</summary>
internal static class NotEvaluatedText
{
    /// <summary>What is missing, with the numbers where it is a question of number. Not yet escaped.</summary>
    public static string Reason(NotEvaluated missing) =>
        (missing.Has, missing.Needs) switch
        {
            ({ } has, { } needs) => $"has {has}, needs {needs}: {missing.Reason}",
            (null, { } needs) => $"needs {needs}: {missing.Reason}",
            _ => missing.Reason,
        };

    /// <summary>The line for logs: <c>path not evaluated KZ301: has 4, needs 10: …</c>; it may stand at the start of a line.</summary>
    public static string Line(NotEvaluated missing) =>
        $"{LogText.Path(missing.File.Path)} not evaluated {missing.Rule.Id}: {LogText.Message(Reason(missing))}";

    /// <summary>The reasons in the order of their first rule, each with its rules: <c>KZ301, KZ302</c>.</summary>
    public static ImmutableArray<(string Rules, string Reason)> ByReason(IEnumerable<NotEvaluated> missing) =>
        [
            .. missing
                .GroupBy(Reason, StringComparer.Ordinal)
                .Select(group => (string.Join(", ", group.Select(one => one.Rule.Id).Distinct()), group.Key)),
        ];

    /// <summary>How many rules were not evaluated on some backlog.</summary>
    public static int CountRules(Verdict verdict) => verdict.NotEvaluated.Select(one => one.Rule.Id).Distinct().Count();
}
