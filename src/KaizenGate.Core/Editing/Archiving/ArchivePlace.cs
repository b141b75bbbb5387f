using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Archiving;

/// <summary>Adds improvements to an archive after those that it has.</summary>
internal static class ArchivePlace
{
    /// <summary>Adds improvements of one form, in order.</summary>
    public static EditableBacklog Added(
        EditableBacklog archive,
        EditableBacklog backlog,
        ImmutableArray<Improvement> items
    )
    {
        if (new Destination(Status.Done, null).SectionIn(archive, null) is not { } target)
        {
            var end = archive.Lines.Span(archive.Text.Length, 0);
            var newLine = TextLines.LineBreakNear(archive.Text, archive.Text.Length);
            var gap =
                archive.Text.Length == 0 ? ""
                : archive.Text.EndsWith('\n') ? newLine
                : newLine + newLine;
            archive = archive.With([TextEdit.Insert(archive.Text.Length, $"{gap}## Completed{newLine}")]);
            target =
                new Destination(Status.Done, null).SectionIn(archive, null)
                ?? throw archive.ErrorAt(
                    end,
                    "a section \"## Completed\" at the end of the archive would not be read as one, so nothing is moved",
                    "Close the code block or comment above it, or add the section by hand."
                );
        }

        var placement = new Placement(archive, target);
        return archive.With([
            .. items.Select(item =>
                item.Form switch
                {
                    ImprovementForm.Heading => placement.Heading(
                        Here(ItemLines.AtLevel(backlog, item, placement.HeadingLevel)),
                        _ => false
                    ),
                    ImprovementForm.TableRow => Row((RowSite)ItemSite.Of(backlog, item)),
                    ImprovementForm.Lead => placement.Last(Here(ItemLines.AsWritten(backlog, item))),
                    _ when placement.HasOnly(ImprovementForm.Heading) => placement.Heading(
                        Here(ItemLines.AsHeading(backlog, item, placement.HeadingLevel)),
                        _ => false
                    ),
                    _ => placement.Entry(
                        Here(ItemLines.Outdented(backlog, item, '-', Box(placement, item))),
                        _ => false
                    ),
                }
            ),
        ]);

        string Here(string lines) =>
            lines.ReplaceLineEndings(TextLines.LineBreakNear(archive.Text, archive.Text.Length));

        TextEdit Row(RowSite row) =>
            placement.Tables.FirstOrDefault(row.HasHeaderOf) is { Node: not null } table
                ? placement.Row(table, row.Line, _ => false)
                : placement.NewTable(Here(row.HeaderLines), row.Line);
    }

    /// <summary>Next to tasks and headings a plain bullet would not be read as an improvement.</summary>
    private static string Box(Placement placement, Improvement item) =>
        item.Form is ImprovementForm.Bullet
        && placement.Neighbors.Exists(one => one.Item.Form is not ImprovementForm.Bullet)
            ? "[x] "
            : "";
}
