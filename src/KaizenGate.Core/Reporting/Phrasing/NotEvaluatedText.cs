using System.Collections.Immutable;
using KaizenGate.Checking;
using KaizenGate.Escaping;

namespace KaizenGate.Reporting.Phrasing;

/// <summary>Rules without enough data, in words.</summary>
internal static class NotEvaluatedText
{
    /// <summary>What is missing, with the counts if there are any. Not escaped.</summary>
    public static string Reason(NotEvaluated missing) =>
        (missing.Has, missing.Needs) switch
        {
            ({ } has, { } needs) => $"{missing.Reason} (needs {needs}, found {has})",
            (null, { } needs) => $"{missing.Reason} (needs {needs})",
            _ => missing.Reason,
        };

    /// <summary>The line for logs: <c>path not evaluated KZ301: … (needs 10, found 4)</c>; safe at the start of a line.</summary>
    public static string Line(NotEvaluated missing) =>
        $"{LogText.Path(missing.File.Path)} not evaluated {missing.Rule.Id}: {LogText.Message(Reason(missing))}";

    /// <summary>The reasons with their rules (<c>KZ301, KZ302</c>), in the order of the first rule.</summary>
    public static ImmutableArray<(string Rules, string Reason)> ByReason(IEnumerable<NotEvaluated> missing) =>
        [
            .. missing
                .GroupBy(Reason, StringComparer.Ordinal)
                .Select(group => (string.Join(", ", group.Select(one => one.Rule.Id).Distinct()), group.Key)),
        ];

    /// <summary>The number of rules that were not evaluated on at least one backlog.</summary>
    public static int CountRules(Verdict verdict) => verdict.NotEvaluated.Select(one => one.Rule.Id).Distinct().Count();
}
