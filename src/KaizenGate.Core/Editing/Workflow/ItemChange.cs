using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Changes what an improvement says.</summary>
internal static class ItemChange
{
    /// <summary>Sets the title and fields.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="title">The new title; null to keep it.</param>
    /// <param name="fields">The fields except impact and effort; a value of null removes a field.</param>
    /// <param name="impact">The new impact; null to keep it.</param>
    /// <param name="effort">The new effort; null to keep it.</param>
    /// <returns>The backlog, and the changed improvement in it.</returns>
    /// <exception cref="InputException">A value would be read as something else, or another improvement would change.</exception>
    public static (EditableBacklog After, Improvement Item) Of(
        EditableBacklog document,
        Improvement item,
        string? title,
        ImmutableArray<(FieldDefinition Field, string? Value)> fields,
        string? impact,
        string? effort
    )
    {
        var after = document;
        foreach (var (field, value) in fields)
        {
            after = value is null
                ? after.With(ItemFields.Set(after, ItemEdits.Find(after, item), field, null))
                : ItemEdits.Set(after, ItemEdits.Find(after, item), (field, value));
        }

        if (impact is not null || effort is not null)
        {
            after = Scores.Set(after, new GivenScore(ItemEdits.Find(after, item), impact, effort));
        }

        var now = ItemEdits.Find(after, item);
        foreach (var (field, value) in fields)
        {
            ThrowUnlessRead(document, now, field, value);
        }

        return title is null ? Checked(document, after, item, now.Order) : Retitled(document, after, item, title);
    }

    /// <summary>Replaces all the lines of an improvement.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="text">The new lines; see <see cref="TextOf"/>.</param>
    /// <returns>The backlog, and the changed improvement in it.</returns>
    /// <exception cref="InputException">They are not one improvement, or another improvement would change.</exception>
    public static (EditableBacklog After, Improvement Item) Rewritten(
        EditableBacklog document,
        Improvement item,
        string text
    )
    {
        var (offset, length) = ItemBlock.Of(document, item);
        var lines = text.ReplaceLineEndings(TextLines.LineBreakNear(document.Text, offset)).TrimEnd('\r', '\n');
        return Checked(document, document.With([new TextEdit(offset, length, lines)]), item, item.Order);
    }

    /// <summary>The lines of an improvement, without the last line break.</summary>
    public static string TextOf(EditableBacklog document, Improvement item)
    {
        var (offset, length) = ItemBlock.Of(document, item);
        return document.Text.Substring(offset, length);
    }

    private static (EditableBacklog After, Improvement Item) Retitled(
        EditableBacklog document,
        EditableBacklog after,
        Improvement item,
        string title
    )
    {
        var now = ItemEdits.Find(after, item);
        if (ItemSite.Of(after, now) is RowSite row)
        {
            ItemFields.ThrowIfTooWide(after, now, row);
        }

        var written = now.Form == ImprovementForm.TableRow ? InlineText.OfCell(title) : InlineText.Of(title);
        // Without an id, the title is what connects the places.
        var places = now.Id is null ? now.OtherPlaces.Prepend(now.Span) : [now.Span];
        var retitled = after.With([.. places.Select(span => new TextEdit(span.Offset, span.Length, written))]);
        var (result, found) = Checked(document, retitled, item, now.Order);
        return
            found.Title == PlainText.Of(written)
            && found.Status == now.Status
            && found.Fields.Length == now.Fields.Length
            ? (result, found)
            : throw document.ErrorAt(
                item.Span,
                $"the title \"{title}\" would not be read as it is meant",
                "Word it without marks such as \"(8/2)\", \"✅\" or \"Impact:\"."
            );
    }

    private static (EditableBacklog After, Improvement Item) Checked(
        EditableBacklog document,
        EditableBacklog after,
        Improvement item,
        int order
    )
    {
        var all = after.Backlog.Improvements;
        if (all.Length != document.Backlog.Improvements.Length)
        {
            throw document.ErrorAt(
                item.Span,
                $"the text would be read as {all.Length - document.Backlog.Improvements.Length + 1} improvements instead of one, so nothing is changed",
                "Use `add` for another one, and `reject` for one that is not done."
            );
        }

        if (all[order].Key != item.Key && document.Find(all[order].Key) is { } other)
        {
            throw document.ErrorAt(
                other.Span,
                $"there is another improvement \"{other.Name}\", so nothing is changed",
                "Use another id or title."
            );
        }

        EditCheck.OnlyThese(document, after, item.Key, all[order].Key);
        return (after, all[order]);
    }

    private static void ThrowUnlessRead(EditableBacklog before, Improvement now, FieldDefinition field, string? value)
    {
        var read = now.Fields.Where(one => one.Definition == field && one.Text.Length > 0).ToList();
        var isRead = value is null
            ? read.TrueForAll(one => Placeholders.Matches(one.Text))
            : read.Exists(one =>
                one.Text == PlainText.Of(InlineText.Of(value)) || now.Values.Of(field)?.Plain == value
            );
        if (!isRead)
        {
            throw before.ErrorAt(
                now.Span,
                value is null
                    ? $"{field.Words} would still be read as \"{read[0].Text}\""
                    : $"{field.Words} \"{value}\" would not be read as it is meant",
                "Write it by hand, in a format of docs/backlog-format.md."
            );
        }
    }
}
