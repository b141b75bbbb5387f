using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes the fields of an improvement in the format of its file.</summary>
internal static class ItemFields
{
    /// <summary>
    /// Returns the edits that set a field at each place of the improvement that has it, else as a new line or cell at the main place. The
    /// status of a task is its box, and a status field as well.
    /// </summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Without scale or markup; for a status the name of a <see cref="Status"/>; null removes the field.</param>
    /// <exception cref="InputException">The table has no column for the field.</exception>
    public static ImmutableArray<TextEdit> Set(
        EditableBacklog document,
        Improvement item,
        FieldDefinition field,
        string? value
    )
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var sites = ItemSite.AllOf(document, item).ToList();
        if (field == FieldCatalog.Status && value is not null)
        {
            var status = Enum.Parse<Status>(value);
            edits.AddRange(SetBoxes(document, item, status));
            value = document.Statuses.WordOf(status);
        }

        var isThere = edits.Count > 0;
        foreach (var site in sites)
        {
            if (Existing(document, item, site, field, value) is { } edit)
            {
                edits.Add(edit);
                isThere = true;
            }
        }

        if (!isThere && value is not null)
        {
            edits.Add(
                sites[0] is RowSite
                    ? throw document.NoColumn(field, item.Span)
                    : FieldInsertion.Of(document, item, sites[0], field, value)
            );
        }

        return edits.ToImmutable();
    }

    /// <exception cref="InputException">The row has more cells than the header.</exception>
    internal static void ThrowIfTooWide(EditableBacklog document, Improvement item, RowSite row)
    {
        if (row.Cells.Count > row.Table.Header.Count)
        {
            throw document.ErrorAt(
                item.Span,
                $"the row has {row.Cells.Count} cells and the header {row.Table.Header.Count}, so the columns do not match",
                "Write \\| for a | that is part of the text, also in code, or add a column to the header."
            );
        }
    }

    private static IEnumerable<TextEdit> SetBoxes(EditableBacklog document, Improvement item, Status status) =>
        item
            .StatusSigns.Where(sign => sign.Source == StatusSource.Box)
            .Select(sign => new TextEdit(sign.Span.Offset, sign.Span.Length, document.Statuses.BoxOf(status)))
            .Where(edit => document.Text.AsSpan(edit.Offset, edit.Length) is var old && !IsSameText(old, status));

    private static bool IsSameText(ReadOnlySpan<char> box, Status status) =>
        CheckBox.StatusOf(box[1..^1].Trim() is { IsEmpty: false } symbol ? symbol.ToString() : " ") == status;

    /// <summary>Returns the edit of a field that a place has, even without a value; null when it has none.</summary>
    private static TextEdit? Existing(
        EditableBacklog document,
        Improvement item,
        ItemSite site,
        FieldDefinition field,
        string? value
    )
    {
        if (site is RowSite row)
        {
            ThrowIfTooWide(document, item, row);
            var column = TableRow.ColumnOf(document, row, field);
            return column < 0 ? null
                : value is null && IsEmpty(row, column) ? null
                : TableRow.Set(row, column, CellText(document, row, column, field, value));
        }

        if (field == FieldCatalog.Completed && TitleDate(document, item, site) is { } date)
        {
            return value is null ? WithoutMark(document.Text, date) : new TextEdit(date.Offset, date.Length, value);
        }

        if (InTitle(document, item, site, field) is { } inTitle)
        {
            return value is null ? null : inTitle.Replace(document, value);
        }

        var own = OwnField.Of(document, site).Where(one => one.Definition == field).ToList();
        var chosen =
            own.Find(one => !Placeholders.Matches(PlainText.Of(one.Value.In(document.Text)))) ?? own.FirstOrDefault();
        if (chosen is null)
        {
            return BelowHeading(item, site, field, document) is { } below && value is not null
                ? new TextEdit(below.Offset, below.Length, InlineText.Of(value))
                : null;
        }

        return value is null ? Removal(document, chosen) : Replacement(document, item, chosen, field, value);
    }

    private static bool IsEmpty(RowSite row, int column) =>
        column >= row.Cells.Count || row.Section.Slice(row.Cells[column]).IsWhiteSpace();

    private static string CellText(
        EditableBacklog document,
        RowSite row,
        int column,
        FieldDefinition field,
        string? value
    )
    {
        var old = column < row.Cells.Count ? row.Section.Slice(row.Cells[column]).ToString() : "";
        return value is null
            ? ""
            : InlineText.OfCell(
                Placeholders.Matches(PlainText.Of(old))
                    ? FieldSpelling.Dress(document, field, value, inTable: true)
                    : FieldSpelling.Replace(field, old, value)
            );
    }

    private static TextEdit Replacement(
        EditableBacklog document,
        Improvement item,
        OwnField own,
        FieldDefinition field,
        string value
    )
    {
        var line = InlineText.Of(value);
        if (
            item.FirstField(one =>
                one.Definition == field
                && one.Text.Length > 0
                && one.Span.Offset > own.Label.Start
                && one.Span.Offset <= own.End
            )
            is not { } read
        )
        {
            var close = FieldStyle.CloseOf(document.Text, own);
            return new TextEdit(
                own.Label.End,
                FieldStyle.EndOfClose(document.Text, own) - own.Label.End,
                close + FieldSpelling.Dress(document, field, line, inTable: false)
            );
        }

        var old = document.Text.Substring(read.Span.Offset, read.Span.Length);
        return new TextEdit(
            read.Span.Offset,
            read.Span.Length,
            Placeholders.Matches(read.Text)
                ? FieldSpelling.Dress(document, field, line, inTable: false)
                : FieldSpelling.Replace(field, old, line)
        );
    }

    /// <summary>Removes the field's lines, or only its value when its line has other fields.</summary>
    private static TextEdit Removal(EditableBacklog document, OwnField own)
    {
        if (!own.IsAlone)
        {
            return own.Value.Length > 0
                ? new TextEdit(own.Value.Start, own.Value.Length, "-")
                : TextEdit.Insert(own.Label.End, "");
        }

        var start = own.Start;
        var end = own.End;
        if (start == 0)
        {
            return new TextEdit(0, TextLines.NextStart(document.Text, end), "");
        }

        start = TextLines.EndOfPrevious(document.Text, start);
        if (!own.IsEntry && !document.Text.AsSpan(own.Value.End, end - own.Value.End).ContainsAny(" \\"))
        {
            start = BeforeHardBreak(document.Text, start);
        }

        return new TextEdit(start, end - start, "");
    }

    /// <summary>Excludes the hard break of a line that becomes the last of its paragraph.</summary>
    private static int BeforeHardBreak(string text, int end)
    {
        var start = TextLines.StartOf(text, end);
        var line = text.AsSpan(start, end - start);
        var kept = line.EndsWith("\\") ? line.Length - 1 : line.TrimEnd(' ').Length;
        return kept > 0 && (line.EndsWith("\\") || line.Length - kept >= 2) ? start + kept : end;
    }

    /// <summary>Returns a field in the title or after it; null when there is none.</summary>
    private static TitleField? InTitle(
        EditableBacklog document,
        Improvement item,
        ItemSite site,
        FieldDefinition field
    ) =>
        site == ItemSite.Of(document, item)
        && item.FirstField(one =>
            one.Definition == field
            && one.Span.Offset > item.Span.Offset
            && TextLines.StartOf(document.Text, one.Span.Offset) == TextLines.StartOf(document.Text, item.Span.Offset)
        )
            is { } found
            ? new TitleField(found)
            : null;

    /// <summary>Returns the completion date in the line of the title; null when there is none.</summary>
    private static SourceSpan? TitleDate(EditableBacklog document, Improvement item, ItemSite site)
    {
        var span = item.Completed?.Span;
        var isField = item.Fields.Any(field => field.Span.Offset == span?.Offset);
        return
            span is { } found
            && !isField
            && TextLines.StartOf(document.Text, found.Offset) == TextLines.StartOf(document.Text, item.Span.Offset)
            && site == ItemSite.Of(document, item)
            ? found
            : null;
    }

    /// <summary>Returns the edit that removes <c>✅ 2026-03-02</c>; null for a date with other words around it.</summary>
    private static TextEdit? WithoutMark(string text, SourceSpan date)
    {
        var before = text.AsSpan(0, date.Offset).TrimEnd(' ').TrimEnd('\uFE0F');
        var start = before.EndsWith("✅") ? before[..^1].TrimEnd(' ').Length : -1;
        return start < 0 ? null : new TextEdit(start, date.Offset + date.Length - start, "");
    }

    /// <summary>Returns the text of a field whose label is a heading below the improvement; null when there is none.</summary>
    private static SourceSpan? BelowHeading(
        Improvement item,
        ItemSite site,
        FieldDefinition field,
        EditableBacklog document
    ) =>
        site is HeadingSite heading
            ? item.FirstField(one =>
                one.Definition == field
                && one.Text.Length > 0
                && one.Span.Offset > document.Outline.EndOfContent(heading.Scope)
                && one.Span.Offset < document.Outline.EndOf(heading.Scope)
            )?.Span
            : null;
}
