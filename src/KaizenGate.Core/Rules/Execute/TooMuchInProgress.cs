using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ309.</summary>
internal static class TooMuchInProgress
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ309",
            Name = "too-much-in-progress",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "An owner has more than 3 improvements in progress; those without an owner are counted together.",
            Rationale =
                "All work in progress competes for the same hours. With less of it, each improvement is completed sooner and pays "
                + "off sooner.",
            Remedy = "Complete or put back what is in progress before you start another, and set an owner for each.",
            Parameters =
            [
                new("maxPerOwner", 3, 1, 1_000, "items", "The maximum number of improvements in progress per owner."),
            ],
            Next = "list --status in-progress",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var limit = (int)context.Number("maxPerOwner");
        return from item in context.Active
            where item.Status is Status.InProgress
            group item by item.Owner?.Value.Trim().ToUpperInvariant() into owned
            let items = owned.ToList()
            where items.Count > limit
            select new Violation(items[limit].Span, $"{Load(items)}; the maximum is {limit}", items[limit]);
    }

    private static string Load(List<Improvement> items) =>
        items[0].Owner is { } owner
            ? $"{Quote.Of(owner.Value.Trim())} has {items.Count} improvements in progress"
            : $"{items.Count} improvements in progress have no owner";
}
