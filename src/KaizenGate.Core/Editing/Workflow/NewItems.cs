using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Adds several improvements in a few edits, so that the file is not read again for each.</summary>
internal static class NewItems
{
    /// <summary>Adds improvements with new ids, each to the section of its score, in the order of their scores.</summary>
    /// <exception cref="InputException">One of them cannot be added; see <see cref="NewItem.AddTo"/>.</exception>
    public static EditableBacklog AddTo(EditableBacklog document, ImmutableArray<(NewItem Item, string Id)> items)
    {
        var start = document;
        var seen = new HashSet<Destination>();
        foreach (var group in items.OrderByDescending(ScoreOf).GroupBy(one => ScoreOf(one) is not null))
        {
            var rest = ImmutableArray.CreateBuilder<(NewItem Item, string Id)>();
            foreach (var (item, id) in group)
            {
                // The first of a section may add the section, and the others are written like it.
                if (seen.Add(item.DestinationIn(start)))
                {
                    document = item.AddTo(document, id);
                }
                else
                {
                    rest.Add((item, id));
                }
            }

            document = rest.Count > 0 ? Together(document, rest.ToImmutable()) : document;
        }

        return document;

        double? ScoreOf((NewItem Item, string) one) => one.Item.ScoreIn(start);
    }

    /// <summary>Finds improvements that have a similar title as one before them.</summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="items">The new improvements.</param>
    /// <param name="least">The smallest similarity, shared words divided by all words: above 0, at most 1.</param>
    /// <returns>The new ones that are similar, in their order, each with the most similar one of the backlog or of the new ones before it.</returns>
    public static IEnumerable<SimilarItem> Similar(Backlog backlog, ImmutableArray<NewItem> items, double least)
    {
        ImmutableArray<Improvement> known = [.. backlog.WithArchive.Where(item => item.Status is not Status.Rejected)];
        string[] texts = [.. known.Select(item => item.Title), .. items.Select(item => PlainText.Of(item.Title))];
        return new SimilarTitles(texts, least)
            .Find(known.Length, (_, _) => true)
            .Select(match =>
                match.Earlier < known.Length
                    ? new SimilarItem(items[match.Title - known.Length], known[match.Earlier], null)
                    : new SimilarItem(items[match.Title - known.Length], null, items[match.Earlier - known.Length])
            );
    }

    /// <summary>Adds all in one edit, those at one place in their order; when that would be read differently, each half on its own.</summary>
    private static EditableBacklog Together(EditableBacklog document, ImmutableArray<(NewItem Item, string Id)> items)
    {
        if (items is [var (single, id)])
        {
            return single.AddTo(document, id);
        }

        return Tried(document, items)
            ?? Together(Together(document, items[..(items.Length / 2)]), items[(items.Length / 2)..]);
    }

    private static EditableBacklog? Tried(EditableBacklog document, ImmutableArray<(NewItem Item, string Id)> items)
    {
        var placements = new Dictionary<Scope, Placement>(ReferenceEqualityComparer.Instance);
        try
        {
            var after = document.With([.. items.Select(one => one.Item.Insertion(document, one.Id, null, out _, At))]);
            EditCheck.OnlyThese(document, after, items.Select(one => one.Id.ToUpperInvariant()));
            foreach (var (item, id) in items)
            {
                item.Verify(after, id);
            }

            return after;
        }
        catch (Exception refusal) when (refusal is InputException or ArgumentException)
        {
            return null; // An argument: two edits overlap.
        }

        Placement At(Scope target)
        {
            if (!placements.TryGetValue(target, out var placement))
            {
                placements.Add(target, placement = new Placement(document, target));
            }

            return placement;
        }
    }
}
