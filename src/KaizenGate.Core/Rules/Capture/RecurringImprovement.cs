using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Backlogs.Titles;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

/// <summary>KZ106.</summary>
internal static class RecurringImprovement
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ106",
            Name = "recurring-improvement",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Warning,
            Summary =
                "The title of an open improvement shares at least 80% of its words with that of another open or a completed one.",
            Rationale =
                "A problem that is captured again was not solved, or nobody saw that it was captured. "
                + "Two entries split its weight, so that neither gets the score it deserves.",
            Remedy =
                "Join the two into the older entry and raise its impact; if the older one is done, say in the title what is different now, "
                + "or ask why it did not hold.",
            Parameters =
            [
                new(
                    "minLikeness",
                    0.8,
                    0.5,
                    1,
                    "share",
                    "Shared words divided by all words from which on two titles say the same."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        // The completed ones first: an open one repeats them wherever they stand.
        ImmutableArray<Improvement> completed =
        [
            .. context.Backlog.WithArchive.Where(item => item.Status is Status.Done),
        ];
        ImmutableArray<Improvement> items = [.. completed, .. context.Open];
        var titles = new SimilarTitles(items.Select(item => item.Title), context.Number("minLikeness"));
        return titles
            .Find(completed.Length, (later, earlier) => !SameId(items[later], items[earlier]))
            .Select(found => new Violation(
                items[found.Title].Span,
                $"the title shares {found.Likeness.Shared} of {found.Likeness.Words} words with {Place(context.Backlog, items[found.Earlier])}; "
                    + "one problem is one improvement",
                items[found.Title]
            ));
    }

    // The same id twice is KZ901's finding, and one that came back from the archive is no new capture.
    private static bool SameId(Improvement one, Improvement other) =>
        one.Id is { } id && id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);

    private static string Place(Backlog backlog, Improvement item)
    {
        var isHere =
            item.Order < backlog.Improvements.Length && ReferenceEquals(backlog.Improvements[item.Order], item);
        var file = isHere ? "" : " of the archive";
        return $"{Quote.Of(item.Title)} on line {item.Span.Line}{file}{(item.IsOpen ? "" : ", which is done")}";
    }
}
