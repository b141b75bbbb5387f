using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

/// <summary>KZ208.</summary>
internal static class Uncategorized
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ208",
            Name = "uncategorized",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Off,
            Summary = "An active improvement has no category.",
            Rationale =
                "Categories show where the time goes: that a team adds only features is visible at a glance. The rule is off until "
                + "a team wants that view.",
            Remedy =
                "Add a category: Performance, Quality, Developer Experience, Technical Debt, Feature, or one of your own.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Active.Where(item => item.Category is null)
            .Select(item => new Violation(
                item.Span,
                "the category is missing; add Performance, Quality, Developer Experience, Technical Debt, Feature or your own",
                item
            ));
}
