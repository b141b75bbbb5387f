using KaizenGate.Core.Journaling;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Writes a plan into its backlogs: the Friday of the week as the target date of each planned improvement.</summary>
internal static class TargetDates
{
    /// <summary>Returns the planned improvements without a target date in the working week.</summary>
    public static ImmutableArray<PlannedItem> Wanting(Plan plan) =>
        [
            .. plan
                .Started.Concat(plan.Chosen)
                .Where(item =>
                    item.Item.TargetDate is not { Value: var target }
                    || target < plan.Week.Monday
                    || target > plan.Week.Friday
                ),
        ];

    /// <summary>Writes all dates, or none when one of them cannot be written.</summary>
    /// <exception cref="InputException">A backlog cannot be edited, such as a table without a column for target dates.</exception>
    public static ImmutableArray<BacklogEdit> Write(
        Plan plan,
        ReadingOptions options,
        bool isDryRun = false,
        Journal? journal = null
    )
    {
        var files = Wanting(plan).GroupBy(item => item.File).ToList();
        ImmutableArray<BacklogEdit> edits = [.. files.Select(file => Edit(file, isDryRun: true))];
        return isDryRun ? edits : [.. files.Select(file => Edit(file, isDryRun: false))];

        BacklogEdit Edit(IGrouping<SourceFile, PlannedItem> file, bool isDryRun) =>
            BacklogEdit.Of(
                file.Key,
                options,
                document => With(document, file, plan.Week.Friday),
                isDryRun,
                journal: journal
            );
    }

    /// <summary>Returns the improvements with the date after the edits: another program may have removed one in between.</summary>
    public static ImmutableArray<PlannedItem> Written(Plan plan, ImmutableArray<BacklogEdit> edits) =>
        [
            .. Wanting(plan)
                .Where(item =>
                    edits.First(edit => edit.File == item.File).After.Find(item.Item.Key)?.TargetDate?.Value
                    == plan.Week.Friday
                ),
        ];

    private static EditableBacklog With(EditableBacklog document, IEnumerable<PlannedItem> items, DateOnly day)
    {
        var present = items
            .Select(item => Present(document, item.Item))
            .OfType<Improvement>()
            .DistinctBy(item => item.Order)
            .ToList();
        var edited = document.With([
            .. present.SelectMany(item => ItemFields.Set(document, item, FieldCatalog.TargetDate, $"{day:yyyy-MM-dd}")),
        ]);
        EditCheck.OnlyThese(document, edited, [.. present.Select(item => item.Key)]);
        return edited;
    }

    /// <summary>Returns the current version of an improvement; null when it was removed or closed in between.</summary>
    private static Improvement? Present(EditableBacklog document, Improvement planned)
    {
        var all = document.Backlog.Improvements;
        // Of two with the same key, prefer the one at the same position.
        var item =
            planned.Order < all.Length && all[planned.Order].Key == planned.Key
                ? all[planned.Order]
                : document.Find(planned.Key);
        return item is { IsActive: true } ? item : null;
    }
}
