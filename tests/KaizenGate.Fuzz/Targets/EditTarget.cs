using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Every step of the workflow on the first improvements: it changes only its own, or is refused.</summary>
internal static class EditTarget
{
    private const int Items = 2;

    private static readonly Func<EditableBacklog, Improvement, EditableBacklog>[] Steps =
    [
        (document, item) => Scores.Set(document, new GivenScore(item, "7", "3")),
        (document, item) => Transitions.Start(document, item, Sample.Today, "Kim", "p95=30 s"),
        (document, item) => Transitions.Done(document, item, Sample.Today, 3, "p95=5 s", "12 h"),
        (document, item) => Transitions.Defer(document, item, "not now", new DateOnly(2026, 9, 1)),
        (document, item) => Transitions.Reject(document, item, "no longer needed"),
        (document, item) => Reopening.Of(document, item, "needed again"),
    ];

    public static int Run(byte[] input)
    {
        var document = Sample.Editable(input);
        Add(document);
        foreach (var item in document.Backlog.Improvements.Take(Items))
        {
            foreach (var step in Steps)
            {
                if (Tried(() => step(document, item)) is { } after)
                {
                    OnlyTheseChanged(document, after, item.Key);
                }
            }

            Change(document, item);
        }

        return Sample.KindOf(document.Backlog);
    }

    /// <summary>Changes what an improvement says; its key can change, too.</summary>
    private static void Change(EditableBacklog document, Improvement item)
    {
        Func<(EditableBacklog After, Improvement Item)>[] changes =
        [
            () => ItemChange.Of(document, item, "Quokka zeppelin", [(FieldCatalog.Owner, "Kim")], null, "3"),
            () =>
                ItemChange.Of(
                    document,
                    item,
                    null,
                    [(FieldCatalog.Owner, null), (FieldCatalog.Captured, null)],
                    "7",
                    null
                ),
            () => ItemChange.Rewritten(document, item, ItemChange.TextOf(document, item) + "\n\nMore.\n"),
        ];
        foreach (var change in changes)
        {
            var key = item.Key;
            if (Tried(() => Changed(change(), out key)) is { } after)
            {
                OnlyTheseChanged(document, after, item.Key, key);
            }
        }

        static EditableBacklog Changed((EditableBacklog After, Improvement Item) changed, out string key)
        {
            key = changed.Item.Key;
            return changed.After;
        }
    }

    /// <summary>Adds one improvement, and several at once, which go to different sections.</summary>
    private static void Add(EditableBacklog document)
    {
        NewItem[] items = [New("Quokka zeppelin", "7"), New("Marmot dirigible", "2"), New("Axolotl balloon", null)];
        var ids = NewId.StyleOf(document.Backlog, null).Next(document.Backlog, items.Length, isRandom: false, () => 0);
        foreach (var count in new[] { 1, items.Length })
        {
            if (Tried(() => NewItems.AddTo(document, [.. items.Zip(ids).Take(count)])) is { } after)
            {
                string[] keys = [.. ids.Take(count).Select(id => id.ToUpperInvariant())];
                OnlyTheseChanged(document, after, keys);
                BrokenInvariantException.Unless(keys.All(key => after.Find(key) is not null), "it was not added");
            }
        }
    }

    private static NewItem New(string title, string? impact) =>
        new(title, impact is null ? [] : [(FieldCatalog.Impact, impact), (FieldCatalog.Effort, "3")])
        {
            Captured = Sample.Today,
        };

    private static void OnlyTheseChanged(EditableBacklog before, EditableBacklog after, params string[] keys) =>
        BrokenInvariantException.Unless(
            Sample.Others(before.Backlog, keys).SequenceEqual(Sample.Others(after.Backlog, keys)),
            $"another improvement than {string.Join(", ", keys)} changed:\n{after.Text}"
        );

    internal static EditableBacklog? Tried(Func<EditableBacklog> edit)
    {
        try
        {
            return edit();
        }
        catch (InputException)
        {
            return null;
        }
    }
}
