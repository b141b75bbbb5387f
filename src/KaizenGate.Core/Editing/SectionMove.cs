using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Moves improvements to the section where they belong.</summary>
internal static class SectionMove
{
    /// <summary>
    /// The edits that move an improvement, with all its lines, to the section for a destination; none when it stands there already, or when the
    /// file keeps such improvements where they are. Open work goes before what has a lower score, completions before older ones.
    /// A section that is missing is added where the file has others of its kind.
    /// </summary>
    public static ImmutableArray<TextEdit> Move(EditableBacklog document, Improvement item, Destination destination)
    {
        if (destination.IsMetBy(item.Section))
        {
            return [];
        }

        var site = ItemSite.Of(document, item);
        var home = site is HeadingSite ? site.Scope.Parent! : site.Scope;
        var target = SectionFinder.Find(document, destination, home);
        if (target is null)
        {
            return Creates(document, item, destination)
                ? Moved(
                    document,
                    item,
                    NewSection.Of(document, destination, home, level => LinesBelow(document, item, level))
                )
                : [];
        }

        var insertion = Insert(document, item, destination, target);
        return insertion is null ? [] : Moved(document, item, insertion);
    }

    private static ImmutableArray<TextEdit> Moved(EditableBacklog document, Improvement item, TextEdit insertion)
    {
        var removal = ItemBlock.Removal(document, item);
        var isInside = insertion.Offset > removal.Offset && insertion.Offset < removal.End;
        return [insertion, isInside ? ItemBlock.RemovalWithGapBefore(document, item) : removal];
    }

    /// <summary>Whether an improvement goes before another one of its section.</summary>
    internal static bool GoesBefore(Destination destination, double? score, Improvement other) =>
        destination.Status is Status.ToDo or Status.InProgress && score is not null && other.Score < score;

    private static TextEdit? Insert(EditableBacklog document, Improvement item, Destination destination, Scope target)
    {
        var placement = new Placement(document, target, item);
        var neighbours = placement.Neighbours;
        var isNewestFirst = destination.Status is Status.Done && !IsOldestFirst(neighbours);
        bool GoesFirst(Improvement other) => isNewestFirst || GoesBefore(destination, item.Score, other);
        if (item.Form == ImprovementForm.TableRow)
        {
            return TableMove.Of(document, item, placement, GoesFirst);
        }

        if (item.Form == ImprovementForm.Heading)
        {
            var isList =
                neighbours.Count > 0
                && neighbours.TrueForAll(one => one.Item.Form is ImprovementForm.Task or ImprovementForm.Bullet);
            return isList
                ? placement.Entry(
                    ItemLines.AsEntry(document, item, MarkerOf(document, neighbours, destination)),
                    GoesFirst
                )
                : placement.Heading(ItemLines.AtLevel(document, item, placement.HeadingLevel), GoesFirst);
        }

        // Beside an entry the headings would be read as groups.
        if (neighbours.Count > 0 && neighbours.TrueForAll(one => one.Item.Form is ImprovementForm.Heading))
        {
            return placement.Heading(ItemLines.AsHeading(document, item, placement.HeadingLevel), GoesFirst);
        }

        // Among tasks and rows a plain bullet would be no improvement.
        var needsBox =
            item.Form == ImprovementForm.Bullet
            && neighbours.Exists(one => one.Item.Form is not ImprovementForm.Bullet);
        var box = needsBox ? StatusWriter.BoxOf(document, destination.Status) + " " : "";
        return placement.Entry(
            ItemLines.Outdented(document, item, SignOf(document, neighbours) ?? SignOf(document, item), box),
            GoesFirst
        );
    }

    private static string LinesBelow(EditableBacklog document, Improvement item, int level) =>
        item.Form == ImprovementForm.Heading
            ? ItemLines.AtLevel(document, item, Math.Min(HeadingNode.LowestLevel, level + 1))
            : ItemLines.Outdented(document, item, SignOf(document, item), "");

    /// <summary>Whether a missing section is added: priorities where there are others, a section for what is done unless such items stay where they are.</summary>
    private static bool Creates(EditableBacklog document, Improvement item, Destination destination)
    {
        if (item.Form == ImprovementForm.TableRow)
        {
            return false;
        }

        var staysOpen = destination.Status is Status.ToDo or Status.InProgress;
        if (staysOpen)
        {
            return destination.Priority is not null && SectionFinder.Priorities(document).Count > 0;
        }

        if (item.Form == ImprovementForm.Bullet)
        {
            return true;
        }

        var staysInPlace = document.Backlog.Improvements.Any(other =>
            other.Status is Status.Done && other.Order != item.Order && other.Section?.Status is not Status.Done
        );
        return destination.Status is Status.Done
            && !staysInPlace
            && (item.Form == ImprovementForm.Heading || SectionFinder.Priorities(document).Count > 0);
    }

    /// <summary>Whether completions are listed with the oldest first.</summary>
    private static bool IsOldestFirst(List<Neighbour> neighbours)
    {
        var dates = neighbours.Select(one => one.Item.Completed?.Value).OfType<DateOnly>().ToList();
        return dates.Count > 1 && dates[0] < dates[^1];
    }

    private static string MarkerOf(EditableBacklog document, List<Neighbour> neighbours, Destination destination)
    {
        var hasTasks = neighbours.Exists(one => one.Item.Form == ImprovementForm.Task);
        var box = hasTasks ? StatusWriter.BoxOf(document, destination.Status) + " " : "";
        return $"{SignOf(document, neighbours) ?? '-'} {box}";
    }

    private static char? SignOf(EditableBacklog document, List<Neighbour> neighbours) =>
        neighbours
            .Select(one => one.Site)
            .OfType<EntrySite>()
            .Select(entry => (char?)document.Text[entry.MarkerAt])
            .FirstOrDefault(sign => sign is '-' or '*' or '+');

    private static char SignOf(EditableBacklog document, Improvement item) =>
        ItemSite.Of(document, item) is EntrySite entry && document.Text[entry.MarkerAt] is '-' or '*' or '+'
            ? document.Text[((EntrySite)ItemSite.Of(document, item)).MarkerAt]
            : '-';
}
