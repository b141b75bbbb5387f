using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Document;

/// <summary>KZ501.</summary>
internal static class MissingContext
{
    private const string Required = "(required for high and medium priority)";
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ501",
            Name = "missing-context",
            Stage = Stage.Document,
            DefaultSeverity = Severity.Warning,
            Summary =
                "An active improvement of high or medium priority that has fields lacks a proposed solution or an expected outcome.",
            Rationale =
                "Whoever takes it up in a month may not be the one who captured it. If the idea and the expected result are not "
                + "written down, the thinking is done twice and the result cannot be compared with anything.",
            Remedy =
                "Add each missing field in one sentence, such as `- **Expected Outcome:** builds in 4 minutes instead of 9`; "
                + "`fields` sets which ones are required.",
            Lists =
            [
                new(
                    "fields",
                    ["proposedSolution", "expectedOutcome"],
                    [.. ContextField.All.Select(field => field.Name)],
                    "The required fields."
                ),
            ],
            Next = "show ITEM",
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
            .Where(found => found.Priority is Priority.High or Priority.Medium && IsLacking(found.Item, asked))
            .Select(found => new Lack(found.Item, Missing(found.Item, asked)))
            .ToLookup(lack => lack.Item.Form is ImprovementForm.TableRow);

        // Rows lack what their table has no column for: one fix, one finding.
        var rows = lacking[true].GroupBy(lack => (lack.Item.Section, lack.Missing));
        return lacking[false].Select(Single).Concat(rows.Select(group => Rows([.. group])));
    }

    private static bool IsLacking(Improvement item, List<FieldDefinition> asked)
    {
        foreach (var field in asked)
        {
            if (item.Values.Of(field) is null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Missing(Improvement item, List<FieldDefinition> asked) =>
        Wording.And([.. asked.Where(field => item.Values.Of(field) is null).Select(field => field.Words)]);

    private static Violation Single(Lack lack) => new(lack.Item.Span, $"missing {lack.Missing} {Required}", lack.Item);

    private static Violation Rows(List<Lack> rows) =>
        rows.Count == 1
            ? Single(rows[0])
            : new(
                rows[0].Item.Span,
                $"missing {rows[0].Missing} in {rows.Count} rows, starting with this one {Required}"
            );

    private sealed record Lack(Improvement Item, string Missing);
}
