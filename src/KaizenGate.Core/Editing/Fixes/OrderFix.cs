using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ207: sorts the active improvements of a section by descending score; everything else in the section stays in place.</summary>
internal static class OrderFix
{
    public static Fix Fix { get; } = new(OutOfOrder.Rule, Apply);

    private static EditableBacklog Apply(FixTask task)
    {
        var sections = task.Found.Select(finding => finding.Item!.Section).ToHashSet();
        var items = task
            .Document.Backlog.Improvements.Where(item =>
                item.IsCertain && sections.Contains(item.Section) && OutOfOrder.Sorts(item, task.Settings.Scoring)
            )
            .ToList();
        return FixTask.Tried(
                task.Document,
                () =>
                    [
                        .. items
                            .GroupBy(item => (item.Section, Container(task.Document, item)))
                            .SelectMany(group => Sorted(task.Document, [.. group])),
                    ],
                items.Select(item => item.Key)
            ) ?? task.Document;
    }

    /// <summary>Returns the table, list or heading within which an improvement moves without a change of its lines.</summary>
    private static object? Container(EditableBacklog document, Improvement item) =>
        ItemSite.Of(document, item) switch
        {
            RowSite row => row.Table,
            HeadingSite heading => (heading.Scope.Parent, heading.Scope.Level),
            EntrySite entry => (entry.Scope, entry.MarkerAt - entry.Start),
            LeadSite lead => (lead.Scope, 0),
            _ => null,
        };

    /// <summary>Returns the edits that replace the lines of each by those of another; equal scores keep their order.</summary>
    private static IEnumerable<TextEdit> Sorted(EditableBacklog document, ImmutableArray<Improvement> items) =>
        items
            .Zip(items.OrderByDescending(item => item.Score))
            .Where(pair => pair.First.Order != pair.Second.Order)
            .Select(pair =>
            {
                var (offset, length) = ItemBlock.Of(document, pair.First);
                var (from, taken) = ItemBlock.Of(document, pair.Second);
                return new TextEdit(offset, length, document.Text.Substring(from, taken));
            });
}
