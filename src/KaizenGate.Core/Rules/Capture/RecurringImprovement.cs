using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Capture;

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
                "The title of an open improvement shares at least 80% of its words with another open or a completed one, or a "
                + "completed improvement was seen again after its completion.",
            Rationale =
                "A problem captured twice was not solved, or its first capture was overlooked. Two improvements split its weight, "
                + "so neither gets the score it deserves. A completed one whose problem is seen again was not solved.",
            Remedy =
                "Record the newer one as a sighting of the older one, with `dotnet kaizen seen`, remove it, and raise the impact of "
                + "the older one. If the older one is completed, reopen it and find out why it did not last, or say in the title what "
                + "is different now.",
            Parameters =
            [
                new(
                    "minLikeness",
                    0.8,
                    0.5,
                    1,
                    "share",
                    "Two titles are similar from this value of shared words ÷ all words."
                ),
            ],
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        // Completed ones first: an open one repeats them wherever they are in the file.
        ImmutableArray<Improvement> completed =
        [
            .. context.Backlog.WithArchive.Where(item => item.Status is Status.Done),
        ];
        ImmutableArray<Improvement> items = [.. completed, .. context.Open];
        var titles = new SimilarTitles([.. items.Select(item => item.Title)], context.Number("minLikeness"));
        return titles
            .Find(completed.Length, (later, earlier) => !SameId(items[later], items[earlier]))
            .Select(found => new Violation(
                items[found.Title].Span,
                $"the title shares {found.Likeness.Shared} of {Wording.Count(found.Likeness.Words, "word")} "
                    + $"with {Place(context.Backlog, items[found.Earlier])}; make it a sighting of that one "
                    + "(`dotnet kaizen seen`) or make the difference clear",
                items[found.Title]
            ))
            .Concat(context.Backlog.Improvements.Select(BackAgain).OfType<Violation>());
    }

    /// <summary>The finding about a completed improvement whose problem was seen after that day; null for any other.</summary>
    private static Violation? BackAgain(Improvement item)
    {
        if (item is not { Sightings.IsEmpty: false, Status: Status.Done, Completed: { } completed })
        {
            return null;
        }

        return SeenAfter(item, completed.Value);
    }

    private static Violation? SeenAfter(Improvement item, DateOnly completed)
    {
        ImmutableArray<Sighting> later = [.. item.Sightings.Where(one => one.Day > completed)];
        return later.IsEmpty
            ? null
            : new Violation(
                item.Seen!.Span,
                $"{Quote.Of(item.Title)} was completed on {Wording.Day(completed)} and seen again "
                    + $"{Wording.Count(later.Length, "time")} since, last on {Wording.Day(later.Max(one => one.Day))}: "
                    + "the fix did not last; reopen it",
                item
            );
    }

    // KZ901 reports a duplicate id, and an improvement that came back from the archive is not a new capture.
    private static bool SameId(Improvement one, Improvement other) =>
        one.Id is { } id && id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);

    private static string Place(Backlog backlog, Improvement item)
    {
        var file = backlog.Has(item) ? "" : " of the archive";
        ImmutableArray<string> state =
        [
            .. item.IsOpen ? ImmutableArray<string>.Empty : ["completed"],
            .. item.Sightings.IsEmpty
                ? ImmutableArray<string>.Empty
                : [$"seen again {Wording.Count(item.Sightings.Length, "time")}"],
        ];
        return $"{Quote.Of(item.Title)} on line {item.Span.Line}{file}"
            + (state.IsEmpty ? "" : $" ({string.Join(", ", state)})");
    }
}
