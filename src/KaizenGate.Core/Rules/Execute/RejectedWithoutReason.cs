using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ314.</summary>
internal static class RejectedWithoutReason
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ314",
            Name = "rejected-without-reason",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "An improvement was rejected in the last 12 weeks without a reason.",
            Rationale =
                "Rejecting is a decision, and it takes an improvement out of the execution rate. Without a reason it cannot be told from "
                + "clearing the backlog so that the figures look better, and the same idea comes back next month.",
            Remedy =
                "Add the reason, such as `- **Reason:** the importer is replaced in May`. Reopen what nothing speaks against.",
            Guard = "history, or dates of the rejections",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var backlog = context.Backlog;
        var all = Unexplained(context, backlog.Improvements);
        foreach (var (item, _) in all.Where(one => one.Day >= FirstDay(context)))
        {
            yield return new Violation(item.Span, "rejected without a reason; add one", item);
        }

        if (backlog.Archive is { } archive)
        {
            var archived = Unexplained(context, archive.Improvements);
            all = [.. all, .. archived];
            if (archived.Count(one => one.Day >= FirstDay(context)) is > 0 and var count)
            {
                yield return new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Count(count, "archived improvement")} {(count == 1 ? "was" : "were")} rejected without a reason in the last "
                        + $"{Wording.Count(context.Settings.WindowWeeks, "week")}; add one to each"
                )
                {
                    File = archive.File,
                };
            }
        }

        if (all.Count(one => one.Day is null) is > 0 and var undated)
        {
            yield return NotEnoughData.Hidden(context)
                ?? new NotEvaluated(
                    $"the day of {undated} of {Wording.Count(all.Count, "rejection")} without a reason is unknown; add `Completed:` dates",
                    all.Count - undated,
                    all.Count
                );
        }
    }

    private static DateOnly FirstDay(RuleContext context) =>
        context.AsOf.AddDays(1 - (7 * context.Settings.WindowWeeks));

    /// <summary>The rejected improvements without a reason, with their days; null for an unknown one.</summary>
    private static List<(Improvement Item, DateOnly? Day)> Unexplained(
        RuleContext context,
        ImmutableArray<Improvement> items
    ) =>
        [
            .. items
                .Where(item => item.Status is Status.Rejected && !StatedReason.IsGiven(item))
                .Select(item => (item, Rejected(context, item))),
        ];

    /// <summary>The day of the rejection; for one before the history begins, the first of all days.</summary>
    private static DateOnly? Rejected(RuleContext context, Improvement item) =>
        context.Timeline is { } timeline && context.History.Find(timeline.KeyOf(item))?.Rejected is { } rejected
            ? (rejected.IsFromStart ? DateOnly.MinValue : rejected.Date)
            : item.Completed?.Value;
}
