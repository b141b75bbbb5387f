using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ905.</summary>
internal static class MissingId
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ905",
            Name = "missing-id",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Info,
            Summary = "An open improvement with its own heading and fields has no id.",
            Rationale =
                "Without an id the title identifies the improvement, so a better title makes it a new one. Commits, reviews and "
                + "suppressions need a stable name.",
            Remedy = "Add an id before the title, such as `### [IMP-001] Title`.",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    // A task or a table row is too small to need one; a closed improvement is no longer renamed. A heading without fields can be a group.
    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Open.Where(item => item is { Form: ImprovementForm.Heading, Id: null, IsCertain: true })
            .Select(item => new Violation(
                item.Span,
                "the id is missing; add one before the title, so that it stays the same improvement when the title changes",
                item
            ));
}
