using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Editing.Archiving;

/// <summary>Moves old completions from a backlog to its archive; writes no file. Write the archive first, so that a crash loses nothing.</summary>
internal static class Archive
{
    /// <summary>The days that a completion stays in the backlog without an option or a section title that sets them.</summary>
    public const int UsualDays = 30;

    /// <summary>The text of a new archive.</summary>
    public const string Starter = "# Archive\n\n## Completed\n";

    /// <summary>
    /// Returns the completions that are older than the days given, else those in the title of their section ("Last 30 Days"), else 30. Skips
    /// completions without a date, in several places or with the key of another improvement.
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

    /// <summary>Returns the archive with the improvements of the backlog that it does not have yet.</summary>
    /// <exception cref="InputException">An improvement would read differently in the archive.</exception>
    public static EditableBacklog Into(
        EditableBacklog archive,
        EditableBacklog backlog,
        ImmutableArray<Improvement> items
    )
    {
        foreach (var item in items)
        {
            var known = archive.Backlog.Improvements.Where(one => one.Key == item.Key).ToList();
            // A run that was interrupted between the two files leaves it in both.
            if (known.Exists(one => ArchivedCopy.Is(archive, one, backlog, item)))
            {
                continue;
            }

            // A recurring improvement has the same title each time, but never the same id.
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
                throw backlog.ErrorAt(
                    item.Span,
                    $"\"{item.Name}\" would not read as the same in the archive, so nothing is moved",
                    "Move it by hand, or give the archive a section \"## Completed\" in the same format."
                );
            }

            archive = next;
        }

        return archive;
    }

    /// <summary>Returns the backlog without the improvements.</summary>
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
        backlog.ErrorAt(
            item.Span,
            item.Id is { } id
                ? $"the archive has another improvement {id}, so nothing is moved"
                : $"the archive has another \"{item.Title}\" of the same day, so nothing is moved",
            $"If both are the same, remove the outdated one; else change the {(item.Id is null ? "title" : "id")} of one."
        );
}
