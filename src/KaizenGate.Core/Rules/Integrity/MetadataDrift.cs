using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ903.</summary>
internal static class MetadataDrift
{
    /// <summary>In a time zone further east it may already be tomorrow.</summary>
    private const int DaysAhead = 1;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ903",
            Name = "metadata-drift",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "Total Items, Execution Rate or Last Updated differ from what the file and its archive show.",
            Rationale =
                "The numbers at the top are what others read and quote. Updated by hand they soon drift, and a wrong number is "
                + "worse than none.",
            Remedy =
                "Correct the value as the message says, or delete the line: the tool computes its own. Move completed improvements "
                + "that were deleted from the file to its archive.",
            Guard = "no unread entries",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Backlog.Metadata is not { } metadata)
        {
            return [];
        }

        var counts = new[]
        {
            TotalItems(metadata, context.Backlog),
            ExecutionRate(metadata, context.Backlog),
        }.OfType<RuleResult>();
        if (counts.Any() && NotEnoughData.Unread(context) is { } unread)
        {
            counts = [unread];
        }

        return LastUpdated(metadata, context.Backlog, context.AsOf) is { } old ? counts.Append(old) : counts;
    }

    // "Items" may or may not include rejected and archived ones; each count is accepted.
    private static Violation? TotalItems(Metadata metadata, Backlog backlog)
    {
        var all = backlog.Improvements.Length;
        var archived = backlog.Archive?.Improvements.Length ?? 0;
        ImmutableArray<int> right =
        [
            all,
            all + archived,
            Identified(backlog.Improvements),
            Identified(backlog.WithArchive),
        ];
        return metadata.TotalItems is { } total && !right.Contains(total.Value)
            ? new(
                total.Span,
                $"Total Items is {total.Value}, but the file has {all}"
                    + (archived > 0 ? $" and its archive {archived} more" : "")
            )
            : null;
    }

    private static Violation? ExecutionRate(Metadata metadata, Backlog backlog)
    {
        var identified = Identified(backlog.WithArchive);
        var completed = Completed(backlog);
        var rate = identified == 0 ? 0 : 100.0 * completed / identified;
        var (span, wrong) = metadata switch
        {
            { ExecutionRate: { } written } when !RoundedFigure.Fits(rate, written.Value) => (
                written.Span,
                $"Execution Rate is {Wording.Number(written.Value)}%"
            ),
            { Completed: { } written } when written.Value != completed => (
                written.Span,
                $"Execution Rate counts {written.Value} completed"
            ),
            { RateTotal: { } written } when written.Value != identified => (
                written.Span,
                $"Execution Rate counts {written.Value} in total"
            ),
            _ => (default, null),
        };
        return wrong is null
            ? null
            : new(
                span,
                $"{wrong}, but {completed} of {Wording.Count(identified, "improvement")} "
                    + $"{(completed == 1 ? "is" : "are")} completed ({Wording.Percent(rate / 100)})"
            );
    }

    private static Violation? LastUpdated(Metadata metadata, Backlog backlog, DateOnly asOf)
    {
        if (metadata.LastUpdated is not { } updated)
        {
            return null;
        }

        var latest = asOf.AddDays(DaysAhead);
        if (updated.Value > latest)
        {
            return new(updated.Span, $"Last Updated is {Wording.Day(updated.Value)}, but today is {Wording.Day(asOf)}");
        }

        var newest = Newest(backlog, asOf);
        return newest is not null && newest.Value > updated.Value
            ? new(
                updated.Span,
                $"Last Updated is {Wording.Day(updated.Value)}, but line {newest.Span.Line} has the newer date {Wording.Day(newest.Value)}"
            )
            : null;
    }

    /// <summary>The latest date of a capture, start or completion in the file; null when there is none.</summary>
    /// <remarks>Target and review dates are plans.</remarks>
    internal static Written<DateOnly>? Newest(Backlog backlog, DateOnly asOf)
    {
        var latest = asOf.AddDays(DaysAhead);
        Written<DateOnly>? newest = null;
        foreach (var item in backlog.Improvements)
        {
            foreach (var date in (ReadOnlySpan<Written<DateOnly>?>)[item.Captured, item.Started, item.Completed])
            {
                if (date?.Value <= latest && !(date.Value <= newest?.Value))
                {
                    newest = date;
                }
            }
        }

        return newest;
    }

    /// <summary>The number of improvements that are not rejected.</summary>
    internal static int Identified(IEnumerable<Improvement> items) =>
        items.Count(item => item.Status is not Status.Rejected);

    internal static int Completed(Backlog backlog) => backlog.WithArchive.Count(item => item.Status is Status.Done);
}
