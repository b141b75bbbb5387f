using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The rules that were not evaluated, in words.</summary>
internal static class NotEvaluatedText
{
    /// <summary>The line for logs: <c>path not evaluated KZ301: needs 10 …</c>; it may begin a line.</summary>
    public static string Line(NotEvaluatedRule missing) =>
        $"{LogText.Path(missing.File.Path)} not evaluated {missing.Rule.Id}: {LogText.Message(missing.Reason)}";

    /// <summary>The reasons with their rules (<c>KZ301, KZ302</c>), in the order of the first rule.</summary>
    public static ImmutableArray<(string Rules, string Reason)> ByReason(IEnumerable<NotEvaluatedRule> missing) =>
        [
            .. missing
                .GroupBy(one => one.Reason, StringComparer.Ordinal)
                .Select(group => (string.Join(", ", group.Select(one => one.Rule.Id).Distinct()), group.Key)),
        ];

    /// <summary>The number of rules that were not evaluated on at least one backlog.</summary>
    public static int CountRules(Verdict verdict) => verdict.NotEvaluated.Select(one => one.Rule.Id).Distinct().Count();
}
