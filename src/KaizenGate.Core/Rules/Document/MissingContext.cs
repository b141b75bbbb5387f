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
                    [.. ContextField.All.Select(field => field.Name)],
                    "The fields that every such improvement must state."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var keys = context.List("fields");
        var asked = ContextField
            .All.Where(field => keys.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            .ToList();
        var lacking = context
            .Active.Where(item => item.IsStructured)
            .Select(item => (Item: item, Priority: ScoreBasis.PriorityOf(item, context.Settings.Scoring)))
            .Where(found => found.Priority is Priority.High or Priority.Medium)
            .Select(found => new Lack(found.Item, found.Priority!.Value, Missing(found.Item, asked)))
            .Where(lack => lack.Missing.Length > 0)
            .ToLookup(lack => lack.Item.Form is ImprovementForm.TableRow);

        // The rows of a table lack what their table has no column for: one decision, one finding.
        var rows = lacking[true].GroupBy(lack => (lack.Item.Section, lack.Missing));
        return lacking[false].Select(Single).Concat(rows.Select(group => Rows([.. group])));
    }

    private static string Missing(Improvement item, List<FieldDefinition> asked) =>
        string.Join(" and no ", asked.Where(field => item.Values.Of(field) is null).Select(field => field.Words));

    private static Violation Single(Lack lack) =>
        new(
            lack.Item.Span,
            $"it states no {lack.Missing}; "
                + $"an improvement of {(lack.Priority is Priority.High ? "high" : "medium")} priority must",
            lack.Item
        );

    private static Violation Rows(List<Lack> rows) =>
        rows.Count == 1
            ? Single(rows[0])
            : new(
                rows[0].Item.Span,
                $"{rows.Count} rows from here on state no {rows[0].Missing}; "
                    + "an improvement of high or medium priority must"
            );

    private sealed record Lack(Improvement Item, Priority Priority, string Missing);
}
