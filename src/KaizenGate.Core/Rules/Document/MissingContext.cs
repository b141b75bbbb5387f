using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Document;

/// <summary>KZ501.</summary>
internal static class MissingContext
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ501",
            Name = "missing-context",
            Stage = Stage.Document,
            DefaultSeverity = Severity.Warning,
            Summary =
                "An active improvement of high or medium priority with fields of its own states no proposed solution or no expected outcome.",
            Rationale =
                "Whoever takes it up in a month was not there when it was captured. What was meant and what was hoped for must stand in the entry, "
                + "or the thinking is done twice and the result is compared with nothing.",
            Remedy =
                "Add what is missing in a sentence each, as in `- **Expected Outcome:** builds in 4 minutes instead of 9`; "
                + "`fields` sets which fields are asked for.",
            Lists =
            [
                new(
                    "fields",
                    ["proposedSolution", "expectedOutcome"],
                    [.. ContextField.All.Select(field => field.Key)],
                    "The fields that every such improvement must state."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var keys = context.List("fields");
        var asked = ContextField
            .All.Where(field => keys.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
            .ToList();
        foreach (var item in context.Active.Where(item => item.IsStructured))
        {
            var priority = ScoreBasis.PriorityOf(item, context.Settings.Scoring);
            var missing = asked.Where(field => !field.IsWritten(item)).Select(field => field.Words).ToList();
            if (priority is Priority.High or Priority.Medium && missing.Count > 0)
            {
                yield return new Violation(
                    item.Span,
                    $"it states no {string.Join(" and no ", missing)}; "
                        + $"an improvement of {(priority is Priority.High ? "high" : "medium")} priority must",
                    item
                );
            }
        }
    }
}
