using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Moves improvements to the section where they belong.</summary>
internal static class SectionMove
{
    /// <summary>
    /// Returns the edits that move an improvement to the section for a destination; none when it is there already, or when the file keeps
    /// such improvements in place. Open work goes before lower scores, a completion before older ones. A missing section is added where
    /// the file has others of its kind. An area, a heading between the section and the improvement, is kept: it is added to the
    /// other section, and leaves its own when nothing else is below it.
    /// </summary>
    public static ImmutableArray<TextEdit> Move(EditableBacklog document, Improvement item, Destination destination) =>
        Move(document, [(item, destination)]);

    /// <summary>Moves several in the order of the file, open ones in that of their scores.</summary>
    public static ImmutableArray<TextEdit> Move(
        EditableBacklog document,
        IEnumerable<(Improvement Item, Destination To)> moves
    )
    {
        var ordered = moves
            .Where(move => !move.To.IsMetBy(move.Item.Section) && move.Item.Form != ImprovementForm.Lead)
            .OrderByDescending(move => move.To.IsOpen ? move.Item.Score : null)
            .ToList();
        var leaving = ordered.Select(move => move.Item.Order).ToHashSet();
        var placements = new Dictionary<Scope, Placement>(ReferenceEqualityComparer.Instance);
        var groups = new Dictionary<object, MovedGroup>();
        var insertions = new List<TextEdit>();
        var moved = new List<(int Offset, int Length)>();
        var copied = new HashSet<Scope>(ReferenceEqualityComparer.Instance);
        foreach (var (item, to) in ordered)
        {
            var site = ItemSite.Of(document, item);
            var home = site is HeadingSite ? site.Scope.Parent! : site.Scope;
            var areas = MovedGroup.AreasOf(home);
            if (to.SectionIn(document, home) is { } section)
            {
                var (target, missing) = MovedGroup.Inside(section, areas);
                if (missing.IsEmpty)
                {
                    if (Insert(document, item, to, At(target)) is { } insertion)
                    {
                        insertions.Add(insertion);
                        moved.Add(ItemBlock.Of(document, item));
                    }

                    continue;
                }

                copied.Add(home);
                Group(target, block => At(target).AfterAll(block(target.Level))).Add(missing, item);
            }
            else if (AddsSection(document, item, to, leaving))
            {
                if (!areas.IsEmpty)
                {
                    copied.Add(home);
                }

                Group(to, block => NewSection.Of(document, to, home, block)).Add(areas, item);
            }
            else
            {
                continue;
            }

            moved.Add(ItemBlock.Of(document, item));
        }

        insertions.AddRange(groups.Values.Select(group => group.Insertion()));
        moved.AddRange(MovedGroup.Emptied(document, copied, moved));
        return [.. insertions, .. ItemBlock.Removals(document.Text, moved, insertions.Select(edit => edit.Offset))];

        Placement At(Scope target) =>
            placements.TryGetValue(target, out var known)
                ? known
                : placements[target] = new Placement(document, target, leaving);

        MovedGroup Group(object key, Func<Func<int, string>, TextEdit> insert) =>
            groups.TryGetValue(key, out var known) ? known : groups[key] = new MovedGroup(document, insert);
    }

    internal static bool GoesBefore(Destination destination, double? score, Improvement other) =>
        destination.IsOpen && score is not null && other.Score < score;

    /// <summary>Returns null when no table there has a column for every cell of a row.</summary>
    private static TextEdit? Insert(
        EditableBacklog document,
        Improvement item,
        Destination destination,
        Placement placement
    )
    {
        var isNewestFirst = destination.Status is Status.Done && !placement.IsOldestFirst;
        bool GoesFirst(Improvement other) => isNewestFirst || GoesBefore(destination, item.Score, other);
        switch (item.Form)
        {
            case ImprovementForm.TableRow:
                return Row(document, (RowSite)ItemSite.Of(document, item), placement, GoesFirst);
            case ImprovementForm.Heading when placement.HasOnly(ImprovementForm.Task, ImprovementForm.Bullet):
                var hasTasks = placement.Neighbors.Exists(one => one.Item.Form == ImprovementForm.Task);
                var marker = $"{placement.Bullet ?? '-'} {(hasTasks ? Box() : "")}";
                return placement.Entry(ItemLines.AsEntry(document, item, marker), GoesFirst);
            case ImprovementForm.Heading:
                return placement.Heading(ItemLines.AtLevel(document, item, placement.HeadingLevel), GoesFirst);
            // Next to a list item the headings would be read as groups.
            case var _ when placement.HasOnly(ImprovementForm.Heading):
                return placement.Heading(ItemLines.AsHeading(document, item, placement.HeadingLevel), GoesFirst);
            default:
                // Next to tasks and rows a plain bullet would not be read as an improvement.
                var needsBox =
                    item.Form == ImprovementForm.Bullet
                    && placement.Neighbors.Exists(one => one.Item.Form is not ImprovementForm.Bullet);
                var bullet = placement.Bullet ?? BulletOf(document, item);
                return placement.Entry(ItemLines.Outdented(document, item, bullet, needsBox ? Box() : ""), GoesFirst);
        }

        string Box() => document.Statuses.BoxOf(destination.Status) + " ";
    }

    private static TextEdit? Row(
        EditableBacklog document,
        RowSite row,
        Placement placement,
        Func<Improvement, bool> goesBefore
    )
    {
        if (!placement.Tables.Any())
        {
            return placement.Neighbors.Count > 0 ? null : placement.NewTable(row.HeaderLines, row.Line);
        }

        var from = TableColumns.Of(row.Table, row.Section, document.Labels);
        foreach (var table in placement.Tables)
        {
            var to = TableColumns.Of((TableNode)table.Node, table.Section, document.Labels);
            if (TableColumns.Title(to) >= 0 && Mapped(row, from, to, table) is { } cells)
            {
                var line = row.HasHeaderOf(table) ? row.Line : $"| {string.Join(" | ", cells)} |";
                return placement.Row(table, line, goesBefore);
            }
        }

        return null;
    }

    /// <summary>Returns the cells in the order of other columns; null when a value has no column.</summary>
    private static string[]? Mapped(RowSite row, List<TableColumn> from, List<TableColumn> to, PlacedNode table)
    {
        string Header(SectionText section, TableNode node, int column) =>
            TextNormalizer.Normalize(PlainText.Of(section.Slice(node.Header[column])));
        var cells = Enumerable.Repeat("", to.Count).ToArray();
        for (var column = 0; column < Math.Min(from.Count, row.Cells.Count); column++)
        {
            var value = row.Section.Slice(row.Cells[column]).ToString();
            if (value.Length == 0)
            {
                continue;
            }

            var target =
                column == TableColumns.Title(from) ? TableColumns.Title(to)
                : from[column].Definition.Kind is FieldKind.Other or FieldKind.Title
                    ? Enumerable
                        .Range(0, to.Count)
                        .ToList()
                        .FindIndex(other =>
                            Header(table.Section, (TableNode)table.Node, other)
                            == Header(row.Section, row.Table, column)
                        )
                : to.FindIndex(other => other.Definition == from[column].Definition);
            if (target < 0 || cells[target].Length > 0)
            {
                return null;
            }

            cells[target] = value;
        }

        return cells;
    }

    /// <summary>Whether to add a missing section: for a priority where the file has others, for completions unless they stay in place.</summary>
    private static bool AddsSection(
        EditableBacklog document,
        Improvement item,
        Destination destination,
        HashSet<int> leaving
    )
    {
        if (item.Form == ImprovementForm.TableRow)
        {
            return false;
        }

        if (destination.IsOpen)
        {
            return destination.Priority is not null && Destination.Priorities(document).Count > 0;
        }

        if (item.Form == ImprovementForm.Bullet)
        {
            return true;
        }

        var staysInPlace = document.Backlog.Improvements.Any(other =>
            other.Status is Status.Done && !leaving.Contains(other.Order) && other.Section?.Status is not Status.Done
        );
        return destination.Status is Status.Done
            && !staysInPlace
            && (item.Form == ImprovementForm.Heading || Destination.Priorities(document).Count > 0);
    }

    internal static char BulletOf(EditableBacklog document, Improvement item) =>
        (ItemSite.Of(document, item) as EntrySite)?.Bullet ?? '-';
}
