using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Archiving;

/// <summary>Puts an improvement of a backlog behind those that its archive holds already, in its own shape.</summary>
internal static class ArchivePlace
{
    public static EditableBacklog Added(EditableBacklog archive, EditableBacklog backlog, Improvement item)
    {
        if (SectionFinder.Find(archive, new Destination(Status.Done, null), null) is not { } target)
        {
            var newLine = TextLines.LineBreakNear(archive.Text, archive.Text.Length);
            var gap =
                archive.Text.Length == 0 ? ""
                : archive.Text.EndsWith('\n') ? newLine
                : newLine + newLine;
            archive = archive.With([TextEdit.Insert(archive.Text.Length, $"{gap}## Completed{newLine}")]);
            target = SectionFinder.Find(archive, new Destination(Status.Done, null), null)!;
        }

        var placement = new Placement(archive, target);
        return archive.With([
            item.Form switch
            {
                ImprovementForm.Heading => placement.Heading(
                    Here(ItemLines.AtLevel(backlog, item, placement.HeadingLevel)),
                    _ => false
                ),
                ImprovementForm.TableRow => Row(placement, (RowSite)ItemSite.Of(backlog, item)),
                _ when placement.Neighbours.Count > 0
                        && placement.Neighbours.TrueForAll(one => one.Item.Form is ImprovementForm.Heading) =>
                    placement.Heading(Here(ItemLines.AsHeading(backlog, item, placement.HeadingLevel)), _ => false),
                _ => placement.Entry(Here(ItemLines.Outdented(backlog, item, '-', Box(placement, item))), _ => false),
            },
        ]);

        string Here(string lines) =>
            lines.ReplaceLineEndings(TextLines.LineBreakNear(archive.Text, archive.Text.Length));

        TextEdit Row(Placement place, RowSite row)
        {
            var line = backlog.Text[row.Start..row.End];
            var start = TextLines.StartOf(backlog.Text, row.Section.Place(row.Table.Header[0]).Start);
            var rule = TextLines.NextStart(backlog.Text, start);
            var header = backlog.Text[start..TextLines.EndOf(backlog.Text, rule)];
            foreach (var table in place.Tables)
            {
                if (Cells((TableNode)table.Node, table.Section) == Cells(row.Table, row.Section))
                {
                    return place.Row(table, line, _ => false);
                }
            }

            return place.Last(Here($"{header}\n{line}"));
        }
    }

    private static string Cells(TableNode table, PlacedSection section) =>
        string.Join('|', table.Header.Select(cell => section.Slice(cell).ToString()));

    /// <summary>Among tasks and headings a plain bullet would be no improvement.</summary>
    private static string Box(Placement placement, Improvement item) =>
        item.Form is ImprovementForm.Bullet
        && placement.Neighbours.Exists(one => one.Item.Form is not ImprovementForm.Bullet)
            ? "[x] "
            : "";
}
