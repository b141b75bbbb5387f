using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>Finds the improvement that was read for each label.</summary>
internal static class ItemMatching
{
    private const double SameTitle = 0.85;
    private const double NearbyTitle = TitleSimilarity.Lowest;
    private const int Nearby = 3;

    /// <summary>
    /// Matches by line, then by title, the most similar first. A title on another line must be more similar than one nearby.
    /// </summary>
    /// <returns>For each label the index of its improvement, or null; no improvement matches two labels.</returns>
    public static int?[] Match(ImmutableArray<LabelledItem> labels, ImmutableArray<Improvement> items)
    {
        var found = new int?[labels.Length];
        var free = Enumerable.Range(0, items.Length).ToHashSet();
        var byLine = free.ToLookup(item => items[item].Span.Line);
        for (var label = 0; label < labels.Length; label++)
        {
            found[label] = labels[label]
                .Lines.SelectMany(line => byLine[line])
                .Where(free.Contains)
                .Cast<int?>()
                .FirstOrDefault();
            if (found[label] is { } taken)
            {
                free.Remove(taken);
            }
        }

        foreach (var (label, item) in ByTitle(labels, items, found, free))
        {
            if (found[label] is null && free.Remove(item))
            {
                found[label] = item;
            }
        }

        return found;
    }

    /// <summary>Returns the pairs with similar titles among those without a match, the most similar and nearest first.</summary>
    private static List<(int Label, int Item)> ByTitle(
        ImmutableArray<LabelledItem> labels,
        ImmutableArray<Improvement> items,
        int?[] found,
        HashSet<int> free
    )
    {
        var titles = free.ToDictionary(item => item, item => TitleSimilarity.Normalize(items[item].Title));
        var pairs =
            from label in Enumerable.Range(0, labels.Length)
            where found[label] is null
            let wanted = labels[label].Titles.Select(TitleSimilarity.Normalize).ToList()
            from item in free
            let distance = Math.Abs(items[item].Span.Line - labels[label].Line)
            let similarity = wanted.Max(title => TitleSimilarity.Compare(title, titles[item]))
            where similarity >= SameTitle || (similarity >= NearbyTitle && distance <= Nearby)
            orderby similarity descending, distance, label, item
            select (label, item);
        return [.. pairs];
    }
}
