using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Writes a plan into its backlogs: what is planned carries the Friday of its week as its target date.</summary>
internal static class TargetDates
{
    /// <summary>What needs a target date: all that is planned but what has one within the working week already.</summary>
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

    /// <summary>Writes the dates; nothing is written anywhere unless all of them can be.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How to read its backlogs.</param>
    /// <param name="isDryRun">Whether the files stay as they are.</param>
    /// <exception cref="InputException">A backlog cannot be edited; a table, for example, that has no column for target dates.</exception>
    public static ImmutableArray<BacklogEdit> Write(Plan plan, ReadingOptions options, bool isDryRun = false)
    {
        var files = Wanting(plan).GroupBy(item => item.File).ToList();
        ImmutableArray<BacklogEdit> edits = [.. files.Select(file => Edit(file, isDryRun: true))];
        return isDryRun ? edits : [.. files.Select(file => Edit(file, isDryRun: false))];

        BacklogEdit Edit(IGrouping<SourceFile, PlannedItem> file, bool isDryRun) =>
            BacklogFile.Edit(file.Key, options, document => With(document, file, plan.Week.Friday), isDryRun);
    }

    /// <summary>What carries the date after some edits; somebody may have taken an improvement out of the file meanwhile.</summary>
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

    /// <summary>An improvement as the file has it now; null when somebody took it out or closed it meanwhile.</summary>
    private static Improvement? Present(EditableBacklog document, Improvement planned)
    {
        var all = document.Backlog.Improvements;
        // The same key may stand there twice: then the place tells which of them is meant.
        var item =
            planned.Order < all.Length && all[planned.Order].Key == planned.Key
                ? all[planned.Order]
                : document.Find(planned.Key);
        return item is { IsActive: true } ? item : null;
    }
}
