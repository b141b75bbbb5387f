using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Changes the status of an improvement. Each method returns a backlog in which only that improvement differs.</summary>
internal static class Transitions
{
    /// <summary>Starts the work, with the owner and a baseline value such as "p95=30 s" unless null.</summary>
    /// <exception cref="InputException">The improvement is closed, or the edit is refused.</exception>
    public static EditableBacklog Start(
        EditableBacklog document,
        Improvement item,
        DateOnly day,
        string? owner,
        string? baseline
    )
    {
        ThrowIfClosed(document, item, Status.InProgress);
        return Change(
            document,
            item,
            Status.InProgress,
            item.Started is null ? (FieldCatalog.Started, $"{day:yyyy-MM-dd}") : null,
            [
                (FieldCatalog.Owner, owner),
                (FieldCatalog.MeasuredImpact, baseline is null ? null : $"{MeasurementWriter.Spaced(baseline)} → ?"),
            ]
        );
    }

    /// <summary>Completes an improvement and moves it to the completed ones; of a completed one, adds what it does not state yet.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="day">The day.</param>
    /// <param name="hours">Hours of work; null when not logged.</param>
    /// <param name="measured">The value after the work, "p95=5 s"; null when not measured.</param>
    /// <param name="saved">The time saved, "4 min/day" or "15 h"; null when unknown. Only a total has a return already, which is written too.</param>
    /// <exception cref="InputException">The improvement is closed, a value cannot be read, or the edit is refused.</exception>
    public static EditableBacklog Done(
        EditableBacklog document,
        Improvement item,
        DateOnly day,
        double? hours,
        string? measured,
        string? saved
    )
    {
        var isLate = item.Status is Status.Done && (hours is not null || measured is not null || saved is not null);
        if (!isLate)
        {
            ThrowIfClosed(document, item, Status.Done);
        }

        var savings = saved is null ? null : Savings.Read(saved);
        var spent = hours ?? item.TimeSpent?.Value;
        ImmutableArray<(FieldDefinition Field, string? Value)> given =
        [
            (
                FieldCatalog.MeasuredImpact,
                measured is null ? null : MeasurementWriter.Against(item.MeasuredImpact, measured)
            ),
            (FieldCatalog.TimeSpent, hours is null ? null : Savings.Hours(hours.Value)),
            (FieldCatalog.HoursSaved, savings?.Text),
            (FieldCatalog.Roi, savings?.ReturnOn(spent)),
        ];
        return isLate
            ? Add(document, item, given)
            : Change(document, item, Status.Done, (FieldCatalog.Completed, $"{day:yyyy-MM-dd}"), given);
    }

    /// <summary>Adds a later measurement to a completed improvement.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="day">The day of the measurement.</param>
    /// <param name="again">The value, "p95=6 s".</param>
    /// <exception cref="InputException">The improvement is not completed, the value cannot be read, or the edit is refused.</exception>
    public static EditableBacklog MeasuredAgain(EditableBacklog document, Improvement item, DateOnly day, string again)
    {
        if (item.Status is not Status.Done)
        {
            throw document.ErrorAt(
                item.Span,
                $"\"{item.Name}\" is not completed, so there is no effect to measure again",
                "Complete it with `dotnet kaizen done ID --measured`."
            );
        }

        ImmutableArray<(FieldDefinition Field, string? Value)> given =
        [
            (FieldCatalog.MeasuredAgain, MeasurementWriter.Again(item, again, day)),
        ];
        var after = ItemEdits.Set(document, item, given);
        Verify(document, after, item, Status.Done, given);
        return after;
    }

    /// <summary>Adds fields to a completed improvement, which keeps its place and its day.</summary>
    private static EditableBacklog Add(
        EditableBacklog document,
        Improvement item,
        ImmutableArray<(FieldDefinition Field, string? Value)> given
    )
    {
        foreach (var (field, value) in given)
        {
            // A baseline value is in the same field; the result is added to it.
            var isStated =
                field == FieldCatalog.MeasuredImpact
                    ? item.MeasuredImpact is { Value.HasFigure: true }
                    : item.Values.Of(field) is not null;
            if (value is not null && isStated)
            {
                throw document.ErrorAt(
                    item.Span,
                    $"\"{item.Name}\" is completed and states its {field.Words}",
                    "Change it by hand."
                );
            }
        }

        var after = ItemEdits.Set(document, item, [.. given]);
        Verify(document, after, item, Status.Done, given);
        return after;
    }

    /// <exception cref="InputException">The improvement is closed, or the edit is refused.</exception>
    public static EditableBacklog Defer(EditableBacklog document, Improvement item, string? reason, DateOnly? until)
    {
        ThrowIfClosed(document, item, Status.Deferred);
        return Change(
            document,
            item,
            Status.Deferred,
            null,
            [(FieldCatalog.Reason, reason), (FieldCatalog.ReviewDate, until is null ? null : $"{until:yyyy-MM-dd}")]
        );
    }

    /// <exception cref="InputException">The improvement is closed, or the edit is refused.</exception>
    public static EditableBacklog Reject(EditableBacklog document, Improvement item, string reason)
    {
        ThrowIfClosed(document, item, Status.Rejected);
        return Change(document, item, Status.Rejected, null, [(FieldCatalog.Reason, reason)]);
    }

    /// <summary>Sets the status to do, with the reason unless null.</summary>
    /// <exception cref="InputException">The edit is refused.</exception>
    internal static EditableBacklog ToDo(EditableBacklog document, Improvement item, string? reason) =>
        Change(document, item, Status.ToDo, null, [(FieldCatalog.Reason, reason)]);

    private static EditableBacklog Change(
        EditableBacklog document,
        Improvement item,
        Status status,
        (FieldDefinition Field, string Value)? day,
        ImmutableArray<(FieldDefinition Field, string? Value)> given
    )
    {
        var now = item;
        var after = document;
        if (item.Form == ImprovementForm.TableRow)
        {
            // The other table may have columns that this one lacks.
            after = ItemEdits.Move(after, item with { Status = status });
            now = ItemEdits.Find(after, item);
        }

        var hasStatus = now.StatusSigns.Any(sign => sign.Source is StatusSource.Field or StatusSource.Box);
        after = ItemEdits.Set(
            after,
            now,
            [.. given, .. DayField(after, now, day), (FieldCatalog.Status, hasStatus ? $"{status}" : null)],
            DayMark(after, now, day)
        );
        if (item.Form != ImprovementForm.TableRow)
        {
            after = ItemEdits.Move(after, ItemEdits.Find(after, item) with { Status = status });
        }

        if (ItemEdits.Find(after, item).Status != status)
        {
            after = ItemEdits.Set(after, ItemEdits.Find(after, item), (FieldCatalog.Status, $"{status}"));
        }

        Verify(document, after, item, status, given);
        return after;
    }

    private static void Verify(
        EditableBacklog before,
        EditableBacklog after,
        Improvement item,
        Status status,
        ImmutableArray<(FieldDefinition Field, string? Value)> given
    )
    {
        EditCheck.OnlyThese(before, after, item.Key);
        var now = ItemEdits.Find(after, item);
        if (now.Status != status)
        {
            throw before.ErrorAt(
                item.Span,
                $"\"{item.Name}\" would still be {StatusWriter.UsualWordOf(now.Status).ToLowerInvariant()}",
                "Something else states its status, such as its title: change it by hand."
            );
        }

        foreach (var (field, value) in given)
        {
            if (
                value is not null
                && !now.Fields.Any(one => one.Definition == field && one.Text == PlainText.Of(InlineText.Of(value)))
            )
            {
                throw before.ErrorAt(
                    item.Span,
                    $"{field.Words} \"{value}\" would not be read as it is meant",
                    "Word it without labels such as \"Status:\", or write it by hand."
                );
            }
        }
    }

    /// <summary>Returns the day as a field when the improvement has fields, or its table has a column for it.</summary>
    private static ImmutableArray<(FieldDefinition Field, string? Value)> DayField(
        EditableBacklog document,
        Improvement item,
        (FieldDefinition Field, string Value)? day
    ) =>
        day is { } known
        && (
            ItemSite.Of(document, item) is RowSite row
                ? TableRow.ColumnOf(document, row, known.Field) >= 0
                : item.Fields.Length > 0 || item.Form == ImprovementForm.Heading
        )
            ? [(known.Field, known.Value)]
            : [];

    /// <summary>Returns the edit that writes the completion day after the title of a list item without fields.</summary>
    private static ImmutableArray<TextEdit> DayMark(
        EditableBacklog document,
        Improvement item,
        (FieldDefinition Field, string Value)? day
    )
    {
        if (
            day is not { } known
            || known.Field != FieldCatalog.Completed
            || item.Fields.Length > 0
            || ItemSite.Of(document, item) is not EntrySite entry
        )
        {
            return [];
        }

        var end = EntryTitle.Of(entry.Entry, entry.Section).End;
        return [TextEdit.Insert(end, $" ✅ {known.Value}")];
    }

    private static void ThrowIfClosed(EditableBacklog document, Improvement item, Status status)
    {
        if (!item.IsOpen || (item.Status == status && status is not (Status.InProgress or Status.Deferred)))
        {
            throw document.ErrorAt(
                item.Span,
                $"\"{item.Name}\" is already {StatusWriter.UsualWordOf(item.Status).ToLowerInvariant()}",
                item.Status is Status.Done
                    ? "If the problem is back, run `dotnet kaizen seen`, which can also reopen it."
                    : "To take it up again, run `dotnet kaizen reopen`."
            );
        }
    }
}
