using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

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
            Summary = "An open improvement with a heading of its own has no id.",
            Rationale =
                "Without an id the title is the identity, and a better title makes another improvement of it. "
                + "Commits, reviews and suppressions need a name that stays.",
            Remedy = "Put an id before the title, as in `### [IMP-001] Title`.",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    // A task or a row of a checklist is too small to be asked for one; a closed improvement is not renamed any more.
    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Open.Where(item => item is { Form: ImprovementForm.Heading, Id: null })
            .Select(item => new Violation(
                item.Span,
                "no id stands before the title; with one it stays the same improvement under a better title",
                item
            ));
}
