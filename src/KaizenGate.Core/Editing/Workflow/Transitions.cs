using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>The steps in the life of an improvement. Each gives the backlog after it, in which only that improvement differs.</summary>
internal static class Transitions
{
    /// <summary>Gives impact and effort, brings the written score and priority in line, and moves the item to the section of its score.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="impact">On the file's scale; null leaves it.</param>
    /// <param name="effort">On the file's scale; null leaves it.</param>
    /// <exception cref="InputException">The edit is refused; see <see cref="EditCheck"/>.</exception>
    public static EditableBacklog Score(EditableBacklog document, Improvement item, string? impact, string? effort)
    {
        var rated = Set(document, item, (FieldCatalog.Impact, impact), (FieldCatalog.Effort, effort));
        var now = Same(rated, item);
        if (now.Score is { } score && double.IsFinite(score))
        {
            rated = WriteScore(rated, now, score);
        }

        now = Same(rated, item);
        var moved = now.IsActive ? Move(rated, now) : rated;
        EditCheck.OnlyThese(document, moved, item.Key);
        return moved;
    }

    /// <summary>Marks the beginning of the work.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="day">The day.</param>
    /// <param name="owner">Who does it; null leaves it.</param>
    /// <param name="baseline">What was measured before, "p95=30 s"; null for nothing.</param>
    /// <exception cref="InputException">It is closed already, or the edit is refused.</exception>
    public static EditableBacklog Start(
        EditableBacklog document,
        Improvement item,
        DateOnly day,
        string? owner,
        string? baseline
    )
    {
        RefuseClosed(document, item, Status.InProgress);
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

    /// <summary>Completes an improvement: with the day, the time, what was measured against the baseline and what it saves, and moves it to what is completed.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="day">The day.</param>
    /// <param name="hours">Hours of work; null for not logged.</param>
    /// <param name="measured">What was measured after, "p95=5 s"; null for nothing.</param>
    /// <param name="saved">What it saves, "4 min/day" or "15 h"; null for nothing.</param>
    /// <exception cref="InputException">It is closed already, a value cannot be read, or the edit is refused.</exception>
    public static EditableBacklog Done(
        EditableBacklog document,
        Improvement item,
        DateOnly day,
        double? hours,
        string? measured,
        string? saved
    )
    {
        RefuseClosed(document, item, Status.Done);
        var savings = saved is null ? null : Savings.Read(saved);
        var spent = hours ?? item.TimeSpent?.Value;
        return Change(
            document,
            item,
            Status.Done,
            (FieldCatalog.Completed, $"{day:yyyy-MM-dd}"),
            [
                (
                    FieldCatalog.MeasuredImpact,
                    measured is null ? null : MeasurementWriter.Against(item.MeasuredImpact, measured)
                ),
                (FieldCatalog.TimeSpent, hours is null ? null : Savings.Hours(hours.Value)),
                (FieldCatalog.HoursSaved, savings?.Text),
                (FieldCatalog.Roi, savings is null || spent is not > 0 ? null : savings.ReturnOn(spent.Value)),
            ]
        );
    }

    /// <summary>Puts an improvement off.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">When to look at it again.</param>
    /// <exception cref="InputException">It is closed already, or the edit is refused.</exception>
    public static EditableBacklog Defer(EditableBacklog document, Improvement item, string? reason, DateOnly? until)
    {
        RefuseClosed(document, item, Status.Deferred);
        return Change(
            document,
            item,
            Status.Deferred,
            null,
            [(FieldCatalog.Reason, reason), (FieldCatalog.ReviewDate, until is null ? null : $"{until:yyyy-MM-dd}")]
        );
    }

    /// <summary>Decides against an improvement.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">One of its improvements.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="InputException">It is closed already, or the edit is refused.</exception>
    public static EditableBacklog Reject(EditableBacklog document, Improvement item, string reason)
    {
        RefuseClosed(document, item, Status.Rejected);
        return Change(document, item, Status.Rejected, null, [(FieldCatalog.Reason, reason)]);
    }

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
            // The other table may have the columns that this one lacks.
            after = Move(after, item with { Status = status });
            now = Same(after, item);
        }

        var says = now.StatusSigns.Any(sign => sign.Source is StatusSource.Field or StatusSource.Box);
        after = Set(
            after,
            now,
            [.. given, .. DayField(after, now, day), (FieldCatalog.Status, says ? $"{status}" : null)],
            DayMark(after, now, day)
        );
        if (item.Form != ImprovementForm.TableRow)
        {
            after = Move(after, Same(after, item) with { Status = status });
        }

        if (Same(after, item).Status != status)
        {
            after = Set(after, Same(after, item), (FieldCatalog.Status, $"{status}"));
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
        var now = Same(after, item);
        if (now.Status != status)
        {
            throw EditErrors.At(
                before,
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
                throw EditErrors.At(
                    before,
                    item.Span,
                    $"{field.Words} \"{value}\" would not be read as it is meant",
                    "Word it without labels such as \"Status:\", or write it by hand."
                );
            }
        }
    }

    /// <summary>A date that nobody gave is a field where the item has fields, or its table a column.</summary>
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

    /// <summary>The day of completion of a list item without fields stands behind its title.</summary>
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

        var end = entry.Section.Place(EntryTitle.Of(entry.Entry, entry.Section)).End;
        return [TextEdit.Insert(end, $" ✅ {known.Value}")];
    }

    private static EditableBacklog WriteScore(EditableBacklog document, Improvement item, double score)
    {
        var isWritten = item.Fields.Any(field => field.Definition == FieldCatalog.PriorityScore);
        var isUsual = document.Backlog.Improvements.Any(other =>
            other.Form == item.Form && other.Fields.Any(field => field.Definition == FieldCatalog.PriorityScore)
        );
        var written = document;
        if (isWritten || (isUsual && ItemSite.Of(document, item) is not RowSite))
        {
            var text = ScoreWriter.Of(document, Number(item.Impact?.Text), Number(item.Effort?.Text), score);
            written = Set(document, item, (FieldCatalog.PriorityScore, text));
        }

        var now = Same(written, item);
        var priority = document.Scoring.PriorityOf(score);
        return
            now.WrittenPriority is { } old
            && old.Value != priority
            && Enum.TryParse<Priority>(old.Text, ignoreCase: true, out _)
            ? Set(written, now, (FieldCatalog.Priority, $"{priority}"))
            : written;
    }

    private static string? Number(string? text) =>
        text is not null && Numbers.TryLeading(text, out _, out var length) ? text[..length] : null;

    private static EditableBacklog Move(EditableBacklog document, Improvement item) =>
        document.With(SectionMove.Move(document, item, Destination.Of(item, document.Scoring)));

    private static EditableBacklog Set(
        EditableBacklog document,
        Improvement item,
        params ImmutableArray<(FieldDefinition Field, string? Value)> values
    ) => Set(document, item, values, []);

    /// <summary>Sets fields, all in one edit where they do not depend on one another.</summary>
    private static EditableBacklog Set(
        EditableBacklog document,
        Improvement item,
        ImmutableArray<(FieldDefinition Field, string? Value)> values,
        ImmutableArray<TextEdit> first
    )
    {
        var given = values
            .Where(one => one.Value is not null)
            .OrderBy(one => document.Fields.RankOf(one.Field))
            .ToList();
        // The first field below a heading brings the blank line that the others need no more.
        var isBare = ItemSite.Of(document, item) is HeadingSite site && OwnField.Of(document, site).Count == 0;
        if (isBare && given.Count > 1)
        {
            document = document.With(ItemFields.Set(document, item, given[0].Field, given[0].Value));
            item = Same(document, item);
            given.RemoveAt(0);
        }

        return document.With([
            .. first,
            .. given.SelectMany(one => ItemFields.Set(document, item, one.Field, one.Value)),
        ]);
    }

    private static Improvement Same(EditableBacklog document, Improvement item) =>
        document.Find(item.Key)
        ?? throw EditErrors.At(
            document,
            item.Span,
            $"\"{item.Name}\" would no longer be read as an improvement",
            "Make this change by hand."
        );

    private static void RefuseClosed(EditableBacklog document, Improvement item, Status status)
    {
        if (item.IsOpen && (item.Status != status || status is Status.InProgress or Status.Deferred))
        {
            return;
        }

        throw EditErrors.At(
            document,
            item.Span,
            $"\"{item.Name}\" is {StatusWriter.UsualWordOf(item.Status).ToLowerInvariant()} already",
            item.Status is Status.Done
                ? "If the problem is back, capture it anew and say in the title what is different."
                : "To take it up again, change its status by hand."
        );
    }
}
