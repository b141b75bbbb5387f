using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

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
                "An id identifies an improvement in its history, its measurements and commit messages. When two share one, it is "
                + "unclear which is meant.",
            Remedy = "Give the later one the next free id, and correct the references to it.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var items = context.Backlog.Improvements;
        var firsts = new Dictionary<string, Improvement>(items.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (item.Id is { } id && !firsts.TryAdd(id, item))
            {
                var line = (firsts[id].IdSpan ?? firsts[id].Span).Line;
                yield return new Violation(
                    item.IdSpan ?? item.Span,
                    $"the id {id} is already used on line {line}; use an id of its own",
                    item
                );
            }
        }
    }
}
