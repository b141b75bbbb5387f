using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Document;

/// <summary>KZ503.</summary>
internal static class UnexplainedDeferral
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ503",
            Name = "unexplained-deferral",
            Stage = Stage.Document,
            DefaultSeverity = Severity.Warning,
            Summary = "A deferred improvement has no reason or no review date.",
            Rationale =
                "Deferring is a decision, and a good one when it says why and until when. Without both it is a way to forget, and "
                + "no one notices when the reason no longer applies.",
            Remedy =
                "Add the reason and the day to decide again, such as `- **Reason:** the vendor ships in June` and `- **Review "
                + "Date:** 2026-07-01`.",
            Next = "defer ITEM --reason 'REASON' --until DATE",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        foreach (var item in context.Backlog.Improvements.Where(item => item.Status is Status.Deferred))
        {
            var missing = (StatedReason.IsGiven(item), item.ReviewDate is not null) switch
            {
                (false, false) => "a reason or review date; add both",
                (false, true) => "a reason; add one",
                (true, false) => "a review date; add one",
                _ => null,
            };
            if (missing is not null)
            {
                yield return new Violation(item.Span, $"deferred without {missing}", item);
            }
        }
    }
}
