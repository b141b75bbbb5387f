using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Writes a new improvement in the format and the style of its neighbors.</summary>
internal sealed class ItemText(EditableBacklog document, NewItem item, string id)
{
    private readonly string newLine = TextLines.LineBreakNear(document.Text, document.Text.Length);

    public string Heading(int level)
    {
        var style = FieldStyle.Among(document, ImprovementForm.Heading).Unmistakable;
        var lines = new StringBuilder().Append('#', level).Append(' ').Append(Title(ImprovementForm.Heading));
        lines.Append(newLine);
        foreach (var (field, value) in Fields(ImprovementForm.Heading))
        {
            lines.Append(newLine).Append(Line(style, field, value));
        }

        return lines.ToString().TrimEnd('\r', '\n');
    }

    public string Entry(ImprovementForm form, char sign)
    {
        var style = FieldStyle.Among(document, form);
        style = style.IsEntry ? style : FieldStyle.UsualInEntry;
        var box = form == ImprovementForm.Task ? document.Statuses.BoxOf(Status.ToDo) + " " : "";
        var lines = new StringBuilder($"{sign} {box}{Title(form)}");
        foreach (var (field, value) in Fields(form))
        {
            lines.Append(newLine).Append("  ").Append(Line(style with { Marker = $"{sign} " }, field, value));
        }

        return lines.ToString();
    }

    /// <exception cref="InputException">The table has no column for a field of the improvement.</exception>
    public string Row(PlacedNode table)
    {
        var node = (TableNode)table.Node;
        var columns = TableColumns.Of(node, table.Section, document.Labels);
        var fields = Fields(ImprovementForm.TableRow).ToDictionary(one => one.Field, one => one.Value);
        foreach (var (field, _) in item.Fields)
        {
            if (
                !columns.Exists(column => column.Definition == field)
                && !(field == FieldCatalog.EstimatedHours && HasEffort())
            )
            {
                throw document.NoColumn(field, document.Lines.Span(node.Header[0]));
            }
        }

        var title = TableColumns.Title(columns);
        var hasId = columns.Exists(column => column.Definition == FieldCatalog.Id);
        var cells = columns.Select(
            (column, index) =>
                index == title ? InlineText.OfCell(hasId ? item.Title : Title(ImprovementForm.TableRow))
                : column.Definition == FieldCatalog.Id ? id
                : column.Definition.Kind is FieldKind.Other or FieldKind.Title ? ""
                : fields.GetValueOrDefault(column.Definition) is { } value
                    ? InlineText.OfCell(FieldSpelling.Dress(document, column.Definition, value, inTable: true))
                : ""
        );
        return TableRow.Line(table.Section, node, [.. cells]);

        bool HasEffort() => columns.Exists(column => column.Definition == FieldCatalog.Effort);
    }

    /// <summary>Returns a table like the one with the other improvements, with the new one as its only row.</summary>
    /// <exception cref="InputException">That table has no column for a field of the improvement.</exception>
    public string Table()
    {
        var listed = document.Backlog.Improvements.First(one => one.Form == ImprovementForm.TableRow);
        var row = (RowSite)ItemSite.Of(document, listed);
        return row.HeaderLines + newLine + Row(new PlacedNode(row.Section, row.Table));
    }

    private string Line(FieldStyle style, FieldDefinition field, string value) =>
        style.Line(
            FieldSpelling.LabelOf(document, field),
            FieldSpelling.Dress(document, field, InlineText.Of(value), inTable: false)
        );

    /// <summary>Returns the given fields, and those that the neighbors have and that follow from the given ones, in the order of the catalog.</summary>
    private IEnumerable<(FieldDefinition Field, string Value)> Fields(ImprovementForm form)
    {
        var fields = item.Fields.ToDictionary(one => one.Field, one => one.Value);
        var isHeading = form == ImprovementForm.Heading;
        if (Has(form, FieldCatalog.Status, isHeading) && form is not ImprovementForm.Task)
        {
            fields[FieldCatalog.Status] = document.Statuses.WordOf(Status.ToDo);
        }

        if (Has(form, FieldCatalog.Captured, isHeading))
        {
            fields[FieldCatalog.Captured] = $"{item.Captured:yyyy-MM-dd}";
        }

        if (Has(form, FieldCatalog.PriorityScore, isHeading) && item.ScoreIn(document) is { } score)
        {
            fields[FieldCatalog.PriorityScore] = FieldSpelling.Score(
                document,
                item.Of(FieldCatalog.Impact),
                item.Of(FieldCatalog.Effort),
                score
            );
        }

        if (
            fields.TryGetValue(FieldCatalog.EstimatedHours, out var hours)
            && fields.TryGetValue(FieldCatalog.Effort, out var effort)
            && !Has(form, FieldCatalog.EstimatedHours, false)
        )
        {
            fields.Remove(FieldCatalog.EstimatedHours);
            fields[FieldCatalog.Effort] =
                $"{FieldSpelling.Dress(document, FieldCatalog.Effort, effort, form == ImprovementForm.TableRow)} ({hours})";
        }

        return fields.Select(field => (field.Key, field.Value)).OrderBy(field => document.Fields.RankOf(field.Key));
    }

    /// <summary>Whether improvements of a form have a field here; without any, whether they usually have it.</summary>
    private bool Has(ImprovementForm form, FieldDefinition field, bool usually)
    {
        var siblings = document.Backlog.Improvements.Where(one => one.Form == form).ToList();
        return siblings.Count == 0
            ? usually || form == ImprovementForm.TableRow
            : form == ImprovementForm.TableRow
                || siblings.Exists(one => one.Fields.Any(own => own.Definition == field));
    }

    private string Title(ImprovementForm form)
    {
        var (open, close) = NewId.Around(document, form);
        return $"{open}{id}{close}{InlineText.Of(item.Title).TrimEnd('#', ' ')}";
    }
}
