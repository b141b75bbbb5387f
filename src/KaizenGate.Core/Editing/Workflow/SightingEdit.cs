using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Records that the problem of an improvement was seen again.</summary>
internal static class SightingEdit
{
    /// <summary>A longer text belongs into a file or an issue, which the evidence names.</summary>
    public const int LongestEvidence = 500;

    /// <summary>Adds a sighting after those that are written. The same day with the same evidence is not written twice.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements, open or not.</param>
    /// <param name="day">The day.</param>
    /// <param name="evidence">What showed it, in any characters; null for nothing.</param>
    /// <exception cref="InputException">The evidence is too long, the table has no column for it, or it would not be read as it is meant.</exception>
    public static EditableBacklog Add(EditableBacklog document, Improvement item, DateOnly day, string? evidence)
    {
        if (evidence?.Length > LongestEvidence)
        {
            throw document.ErrorAt(
                item.Span,
                $"the evidence has {evidence.Length} characters, more than {LongestEvidence}",
                "Name the place of the details, such as a file, a run or an address."
            );
        }

        var text = evidence is null ? "" : Balanced(InlineText.Of(evidence)).Trim();
        var plain = PlainText.Of(text).Trim();
        var sighting = new Sighting(day, plain.Length == 0 ? null : plain);
        if (item.Sightings.Contains(sighting))
        {
            return document;
        }

        // As code, nothing in it is markup or separates it from another field of the line.
        return Written(document, item, sighting, text)
            ?? (
                text.Contains('`', StringComparison.Ordinal)
                    ? null
                    : Written(document, item, new Sighting(day, text), $"`{text}`")
            )
            ?? throw document.ErrorAt(
                item.Span,
                $"the evidence \"{text}\" would not be read as it is meant",
                "Word it without labels such as \"Status:\", marks and dates."
            );
    }

    /// <summary>Writes a sighting; null when it would be read as something else.</summary>
    private static EditableBacklog? Written(
        EditableBacklog document,
        Improvement item,
        Sighting sighting,
        string evidence
    )
    {
        var written = evidence.Length == 0 ? $"{sighting.Day:yyyy-MM-dd}" : $"{sighting.Day:yyyy-MM-dd} ({evidence})";
        var after = Last(item) is { } last
            ? document.With([Addition(document, item, last, written)])
            : ItemEdits.Set(document, item, (FieldCatalog.Seen, written));
        EditCheck.OnlyThese(document, after, item.Key);
        var now = ItemEdits.Find(after, item);
        return
            now.Status == item.Status
            && now.Title == item.Title
            && now.Sightings.SequenceEqual(item.Sightings.Add(sighting))
            && OtherFields(now).SequenceEqual(OtherFields(item))
            ? after
            : null;
    }

    /// <summary>Replaces brackets that nothing opens or closes: they would end the evidence too early, or never.</summary>
    private static string Balanced(string text)
    {
        var depth = 0;
        foreach (var sign in text)
        {
            depth += sign switch
            {
                '(' or '[' or '（' => 1,
                ')' or ']' or '）' => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                break;
            }
        }

        return depth == 0
            ? text
            : string.Concat(text.Select(sign => sign is '(' or ')' or '[' or ']' or '（' or '）' ? '"' : sign));
    }

    /// <summary>Returns the last field with sightings; null when there is none, or only a placeholder.</summary>
    private static Field? Last(Improvement item) =>
        item
            .Fields.Where(field =>
                field.Definition == FieldCatalog.Seen
                && field.Text.Length > 0
                && (!Placeholders.Matches(field.Text) || DateForms.IsDate(field.Text))
            )
            .Select(field => (Field?)field)
            .LastOrDefault();

    /// <summary>Returns the edit that adds a sighting after the last one: on its line, in its cell or as another entry of its list.</summary>
    private static TextEdit Addition(EditableBacklog document, Improvement item, Field last, string written)
    {
        foreach (var row in ItemSite.AllOf(document, item).OfType<RowSite>())
        {
            var column = TableRow.ColumnOf(document, row, FieldCatalog.Seen);
            if (column >= 0 && column < row.Cells.Count && row.Cells[column].Start == last.Span.Offset)
            {
                ItemFields.ThrowIfTooWide(document, item, row);
                var cell = row.Section.Slice(row.Cells[column]);
                return TableRow.Set(row, column, InlineText.OfCell($"{cell}, {written}"));
            }
        }

        var end = last.Span.Offset + last.Span.Length;
        var before = document.Text[TextLines.StartOf(document.Text, last.Span.Offset)..last.Span.Offset];
        var isEntry = before.AsSpan().Trim() is "-" or "*" or "+";
        return TextEdit.Insert(
            end,
            isEntry ? $"{TextLines.LineBreakNear(document.Text, end)}{before}{written}" : $", {written}"
        );
    }

    private static IEnumerable<(FieldDefinition, string)> OtherFields(Improvement item) =>
        item
            .Fields.Where(field => field.Definition != FieldCatalog.Seen)
            .Select(field => (field.Definition, field.Text));
}
