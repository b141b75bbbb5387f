using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Takes up an improvement again that was completed, rejected or deferred.</summary>
internal static class Reopening
{
    /// <summary>The day and the return of a completion, the reason and the review date of a deferral or rejection.</summary>
    private static readonly ImmutableArray<FieldDefinition> Ended =
    [
        FieldCatalog.Completed,
        FieldCatalog.Roi,
        FieldCatalog.Reason,
        FieldCatalog.ReviewDate,
    ];

    /// <summary>
    /// Removes what described the end, and moves the improvement to the section of its score, or else before those of closed ones. What
    /// was measured, spent and saved is kept, because it happened.
    /// </summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="reason">Why; null for none.</param>
    /// <exception cref="InputException">The improvement is active, or the edit is refused.</exception>
    public static EditableBacklog Of(EditableBacklog document, Improvement item, string? reason)
    {
        if (item.IsActive)
        {
            throw document.ErrorAt(
                item.Span,
                $"\"{item.Name}\" is {StatusWriter.UsualWordOf(item.Status).ToLowerInvariant()}",
                "Only a completed, rejected or deferred improvement can be reopened."
            );
        }

        var cleared = Ended.Aggregate(
            document,
            (before, field) => before.With(ItemFields.Set(before, ItemEdits.Find(before, item), field, null))
        );
        var moved = ItemEdits.Move(cleared, ItemEdits.Find(cleared, item) with { Status = Status.ToDo });
        moved = BeforeClosed(moved, ItemEdits.Find(moved, item));
        var reopened = Transitions.ToDo(moved, ItemEdits.Find(moved, item), reason);
        EditCheck.OnlyThese(document, reopened, item.Key);
        var now = ItemEdits.Find(reopened, item);
        var left = now.StatusSigns.FirstOrDefault(sign => IsClosed(sign.Status));
        if (left is null && now.Completed is null)
        {
            return reopened;
        }

        var where = left is { Source: StatusSource.Section } ? $"its section \"{left.Text}\"" : "its title";
        throw document.ErrorAt(
            item.Span,
            $"{where} would still close \"{item.Name}\", so nothing is changed",
            "Change this by hand, then reopen it."
        );
    }

    /// <summary>Moves an improvement out of a section of closed ones, if the file has no section for it; a row stays in its table.</summary>
    private static EditableBacklog BeforeClosed(EditableBacklog document, Improvement item)
    {
        if (item.Form == ImprovementForm.TableRow || FirstClosed(ItemSite.Of(document, item).Scope) is not { } first)
        {
            return document;
        }

        var at = document.Outline.StartOf(first);
        var newLine = TextLines.LineBreakNear(document.Text, at);
        var moved = document.With([
            TextEdit.Insert(at, ItemLines.AsWritten(document, item) + newLine + newLine),
            .. ItemBlock.Removals(document.Text, [ItemBlock.Of(document, item)], [at]),
        ]);
        return moved.Find(item.Key) is not null && EditCheck.IsOnlyThese(document, moved, [item.Key])
            ? moved
            : document;
    }

    /// <summary>The first of the sections of closed improvements that follow each other, up to the one that contains a heading.</summary>
    private static Scope? FirstClosed(Scope scope)
    {
        Scope? own = null;
        for (var above = scope; above is not null; above = above.Parent)
        {
            own = IsClosed(above.Meaning.Status) ? above : own;
        }

        if (own?.Parent is not { } parent)
        {
            return null;
        }

        Scope? first = null;
        foreach (var child in parent.Children)
        {
            first = !IsClosed(child.Meaning.Status) ? null : first ?? child;
            if (ReferenceEquals(child, own))
            {
                break;
            }
        }

        return first;
    }

    private static bool IsClosed(Status? status) => status is Status.Done or Status.Rejected or Status.Deferred;
}
