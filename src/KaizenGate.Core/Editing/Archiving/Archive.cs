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
        var known = archive.Backlog.Improvements.ToLookup(item => item.Key, StringComparer.Ordinal);
        var missing = new List<Improvement>();
        foreach (var item in items)
        {
            // A run that was interrupted between the two files leaves it in both.
            if (known[item.Key].Any(one => IsCopy(archive, one, backlog, item)))
            {
                continue;
            }

            // A recurring improvement has the same title each time, but never the same id.
            if (known[item.Key].Any(one => item.Id is not null || one.Completed?.Value == item.Completed?.Value))
            {
                throw Taken(backlog, item);
            }

            missing.Add(item);
        }

        // List items before headings, below which they would be part of the last one.
        foreach (var form in missing.GroupBy(item => item.Form).OrderBy(group => group.Key == ImprovementForm.Heading))
        {
            archive = Added(archive, backlog, [.. form]);
        }

        return archive;
    }

    /// <summary>Adds improvements of one form at once; when that reads differently, each half on its own.</summary>
    private static EditableBacklog Added(
        EditableBacklog archive,
        EditableBacklog backlog,
        ImmutableArray<Improvement> items
    )
    {
        var next = ArchivePlace.Added(archive, backlog, items);
        var copies = next.Backlog.Improvements.ToLookup(item => item.Key, StringComparer.Ordinal);
        var isSame =
            next.Backlog.Improvements.Length == archive.Backlog.Improvements.Length + items.Length
            && items.All(item => copies[item.Key].Any(one => IsCopy(next, one, backlog, item)));
        if (isSame)
        {
            return next;
        }

        if (items is not [var single])
        {
            var half = items.Length / 2;
            return Added(Added(archive, backlog, items[..half]), backlog, items[half..]);
        }

        throw backlog.ErrorAt(
            single.Span,
            $"\"{single.Name}\" would not read as the same in the archive, so nothing is moved",
            "Move it by hand, or give the archive a section \"## Completed\" in the same format."
        );
    }

    /// <summary>Returns the backlog without the improvements.</summary>
    /// <exception cref="InputException">Another improvement would read differently.</exception>
    public static EditableBacklog OutOf(EditableBacklog backlog, ImmutableArray<Improvement> items)
    {
        var removals = ItemBlock.Removals(backlog.Text, items.Select(item => ItemBlock.Of(backlog, item)), []);
        var rest = backlog.Read(TextEdit.Apply(backlog.Text, removals));
        EditCheck.OnlyThese(backlog, rest, [.. items.Select(item => item.Key)]);
        rest.Release();
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

    /// <summary>Whether an archive has the full content of an improvement, so that the backlog can drop it.</summary>
    private static bool IsCopy(EditableBacklog archive, Improvement copy, EditableBacklog backlog, Improvement item) =>
        copy.Status is Status.Done
        && copy.Title == item.Title
        && copy.Id == item.Id
        && copy.Completed?.Value == item.Completed?.Value
        && copy.Fields.Select(Content).SequenceEqual(item.Fields.Select(Content))
        && Lines(archive, copy).SequenceEqual(Lines(backlog, item), StringComparer.Ordinal);

    private static (FieldDefinition, string) Content(Field field) => (field.Definition, field.Text);

    /// <summary>Returns the lines below the first one without what depends on the place: blank lines, indentation and heading levels.</summary>
    private static IEnumerable<string> Lines(EditableBacklog document, Improvement item)
    {
        var (start, length) = ItemBlock.Of(document, item);
        var first = TextLines.NextStart(
            document.Text,
            Math.Max(start, TextLines.StartOf(document.Text, item.Span.Offset))
        );
        return document
            .Text[Math.Min(first, start + length)..(start + length)]
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim().TrimStart('#').TrimStart())
            .Where(line => line.AsSpan().ContainsAnyExcept('=', '-'));
    }
}
