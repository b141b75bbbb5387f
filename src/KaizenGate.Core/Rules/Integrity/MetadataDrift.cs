using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

/// <summary>KZ903.</summary>
internal static class MetadataDrift
{
    /// <summary>A team further east may already write tomorrow's date.</summary>
    private const int DaysAhead = 1;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ903",
            Name = "metadata-drift",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "Total Items, Execution Rate or Last Updated are not what the file and its archive show.",
            Rationale =
                "The figures at the head are what others read and quote. Kept by hand they are soon wrong, and a wrong figure is worse than none.",
            Remedy =
                "Correct the figure as the message says, or delete the line: the gate counts by itself. "
                + "Completed improvements that were taken out of the file belong into its archive.",
            IsFixable = true,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context.Backlog.Metadata is { } metadata
            ? new[]
            {
                TotalItems(metadata, context.Backlog),
                ExecutionRate(metadata, context.Backlog),
                LastUpdated(metadata, context.Backlog, context.AsOf),
            }.OfType<Violation>()
            : [];

    // "Items" may or may not mean rejected and archived ones; a team that means either is right.
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
                $"Total Items is {total.Value}; the file holds {all}"
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
            { ExecutionRate: { } written } when !ShownFigure.Fits(rate, written.Value) => (
                written.Span,
                $"Execution Rate is {Wording.Number(written.Value)}%"
            ),
            { Completed: { } written } when written.Value != completed => (
                written.Span,
                $"the Execution Rate counts {written.Value} completed"
            ),
            { RateTotal: { } written } when written.Value != identified => (
                written.Span,
                $"the Execution Rate counts {written.Value} in all"
            ),
            _ => (default, null),
        };
        return wrong is null
            ? null
            : new(
                span,
                $"{wrong}; {completed} of {Wording.Count(identified, "improvement")} "
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
            return new(updated.Span, $"Last Updated is {Wording.Day(updated.Value)}; today is {Wording.Day(asOf)}");
        }

        var newest = Newest(backlog, asOf);
        return newest is not null && newest.Value > updated.Value
            ? new(
                updated.Span,
                $"Last Updated is {Wording.Day(updated.Value)}; line {newest.Span.Line} tells of {Wording.Day(newest.Value)}"
            )
            : null;
    }

    /// <summary>The last day on which something happened that the file tells of; null when it tells of none.</summary>
    internal static Written<DateOnly>? Newest(Backlog backlog, DateOnly asOf) =>
        backlog
            .Improvements.SelectMany(Happened)
            .Where(date => date.Value <= asOf.AddDays(DaysAhead))
            .MaxBy(date => date.Value);

    /// <summary>The dates of what happened to it; target and review dates lie ahead.</summary>
    private static IEnumerable<Written<DateOnly>> Happened(Improvement item) =>
        new[] { item.Captured, item.Started, item.Completed }.OfType<Written<DateOnly>>();

    /// <summary>All ever identified: deferred ones count, rejected ones do not.</summary>
    internal static int Identified(IEnumerable<Improvement> items) =>
        items.Count(item => item.Status is not Status.Rejected);

    internal static int Completed(Backlog backlog) => backlog.WithArchive.Count(item => item.Status is Status.Done);
}
