namespace KaizenGate.Core.Editing.Workflow;

/// <summary>The edits that the steps of a workflow consist of.</summary>
internal static class ItemEdits
{
    /// <summary>Moves an improvement to its section; leaves it in place when the move would change how others are read.</summary>
    public static EditableBacklog Move(EditableBacklog document, Improvement item) => Move(document, [item]);

    /// <summary>Moves improvements to their sections; leaves each in place whose move would change how others are read.</summary>
    public static EditableBacklog Move(EditableBacklog document, ImmutableArray<Improvement> items)
    {
        var moved = document.With(
            SectionMove.Move(document, items.Select(item => (item, Destination.Of(item, document.Scoring))))
        );
        var isMoved =
            items.All(item => moved.Find(item.Key) is not null)
            && EditCheck.IsOnlyThese(document, moved, [.. items.Select(item => item.Key)]);
        return isMoved ? moved
            : items.Length == 1 ? document
            : items.Aggregate(
                document,
                (before, item) => Move(before, [Find(before, item) with { Status = item.Status }])
            );
    }

    /// <summary>Sets fields, those with a value.</summary>
    public static EditableBacklog Set(
        EditableBacklog document,
        Improvement item,
        params ImmutableArray<(FieldDefinition Field, string? Value)> values
    ) => Set(document, item, values, []);

    /// <summary>Sets fields together with other edits of the same text, in one edit when they are independent.</summary>
    public static EditableBacklog Set(
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
        // The first field below a heading adds the blank line above all of them.
        var isBare = ItemSite.Of(document, item) is HeadingSite site && OwnField.Of(document, site).Count == 0;
        if (isBare && given.Count > 1)
        {
            document = document.With(ItemFields.Set(document, item, given[0].Field, given[0].Value));
            item = Find(document, item);
            given.RemoveAt(0);
        }

        return document.With([
            .. first,
            .. given.SelectMany(one => ItemFields.Set(document, item, one.Field, one.Value)),
        ]);
    }

    /// <exception cref="InputException">An edit made it read as something else.</exception>
    public static Improvement Find(EditableBacklog document, Improvement item) =>
        document.Find(item.Key)
        ?? throw document.ErrorAt(
            item.Span,
            $"\"{item.Name}\" would no longer be read as an improvement",
            "Make this change by hand."
        );
}
