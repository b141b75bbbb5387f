using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

/// <summary>KZ901.</summary>
internal static class DuplicateId
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ901",
            Name = "duplicate-id",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Error,
            Summary = "Two improvements of the file have the same id.",
            Rationale =
                "An id is an improvement's identity: its history, its measurement and every reference in a commit hang on it. "
                + "When two share one, nobody can tell which was meant.",
            Remedy = "Give the later one the next free id, and correct the references that mean it.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var firsts = new Dictionary<string, Improvement>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in context.Backlog.Improvements)
        {
            if (item.Id is { } id && !firsts.TryAdd(id, item))
            {
                var line = (firsts[id].IdSpan ?? firsts[id].Span).Line;
                yield return new Violation(
                    item.IdSpan ?? item.Span,
                    $"the id {id} stands on line {line} already; every improvement needs an id of its own",
                    item
                );
            }
        }
    }
}
