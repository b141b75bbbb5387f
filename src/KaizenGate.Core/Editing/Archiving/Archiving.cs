using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Editing.Archiving;

/// <summary>Moves old completions from a backlog to its archive. Nothing is written here: the archive must be written first, so that no crash loses any.</summary>
internal static class Archive
{
    /// <summary>For how many days a completion stays in the backlog when neither an option nor its section says otherwise.</summary>
    public const int UsualDays = 30;

    /// <summary>What an archive holds that is yet to be filled.</summary>
    public const string Starter = "# Archive\n\n## Completed\n";

    /// <summary>
    /// The completions that are older than they are kept: for as many days as asked for, else as their section says ("Last 30 Days"), else 30.
    /// Those without a date stay, and so does one that stands in several places or shares its identity with another.
    /// </summary>
    public static ImmutableArray<Improvement> Due(Backlog backlog, DateOnly asOf, int? days)
    {
        var keys = backlog.Improvements.CountBy(item => item.Key).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. backlog.Improvements.Where(item =>
                item is { Status: Status.Done, Completed: { } completed, OtherPlaces.IsEmpty: true }
                && keys[item.Key] == 1
                && asOf.DayNumber - completed.Value.DayNumber > (days ?? DaysOf(item.Section))
            ),
        ];
    }

    /// <summary>The archive with the improvements that it does not hold yet.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="backlog">The backlog that holds them.</param>
    /// <param name="items">Improvements of the backlog.</param>
    /// <exception cref="InputException">One cannot be put there so that it reads as the same.</exception>
    public static EditableBacklog Into(
        EditableBacklog archive,
        EditableBacklog backlog,
        ImmutableArray<Improvement> items
    )
    {
        foreach (var item in items)
        {
            var known = archive.Backlog.Improvements.Where(one => one.Key == item.Key).ToList();
            // A run that ended between the two files left it in both.
            if (known.Exists(one => ArchivedCopy.Is(archive, one, backlog, item)))
            {
                continue;
            }

            // What comes up again and again has the same title each time, but an id is for one improvement alone.
            if (known.Exists(one => item.Id is not null || one.Completed?.Value == item.Completed?.Value))
            {
                throw Taken(backlog, item);
            }

            var next = ArchivePlace.Added(archive, backlog, item);
            if (
                next.Backlog.Improvements.Length != archive.Backlog.Improvements.Length + 1
                || !next.Backlog.Improvements.Any(one =>
                    one.Key == item.Key && ArchivedCopy.Is(next, one, backlog, item)
                )
            )
            {
                throw EditErrors.At(
                    backlog,
                    item.Span,
                    $"\"{item.Name}\" would not read as the same in the archive, so nothing is moved",
                    "Move it by hand, or give the archive a section \"## Completed\" of its own shape."
                );
            }

            archive = next;
        }

        return archive;
    }

    /// <summary>The backlog without improvements.</summary>
    /// <exception cref="InputException">Another improvement would read differently.</exception>
    public static EditableBacklog OutOf(EditableBacklog backlog, ImmutableArray<Improvement> items)
    {
        var rest = backlog;
        foreach (var item in items)
        {
            rest = rest.With([ItemBlock.Removal(rest, rest.Find(item.Key)!)]);
        }

        EditCheck.OnlyThese(backlog, rest, [.. items.Select(item => item.Key)]);
        return rest;
    }

    private static int DaysOf(Section? section) =>
        section is not null && RetentionPeriod.DaysIn(section.Title) is > 0 and var days ? days : UsualDays;

    private static InputException Taken(EditableBacklog backlog, Improvement item) =>
        EditErrors.At(
            backlog,
            item.Span,
            item.Id is { } id
                ? $"the archive holds something else as {id}, so nothing is moved"
                : $"the archive holds something else as \"{item.Title}\" of the same day, so nothing is moved",
            item.Id is null
                ? "If both are the same, take out the one that is out of date; else give one of the two another title."
                : "If both are the same, take out the one that is out of date; else give one of the two another id."
        );
}
