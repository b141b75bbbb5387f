using System.Buffers;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Document;

/// <summary>KZ503.</summary>
internal static class UnexplainedDeferral
{
    private static readonly SearchValues<char> RemarkSigns = SearchValues.Create("(,:;–—");

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
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        foreach (var item in context.Backlog.Improvements.Where(item => item.Status is Status.Deferred))
        {
            var missing = (HasReason(item), item.ReviewDate is not null) switch
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

    // "Deferred (waiting for the vendor)" gives its reason with the status.
    private static bool HasReason(Improvement item) =>
        item.Reason is not null
        || item.StatusSigns.Any(sign =>
            sign is { Source: StatusSource.Field, Status: Status.Deferred } && HasRemark(sign.Text)
        );

    private static bool HasRemark(string status)
    {
        var end = status.AsSpan().IndexOfAny(RemarkSigns);
        return end >= 0 && status[(end + 1)..].Any(char.IsLetter);
    }
}
