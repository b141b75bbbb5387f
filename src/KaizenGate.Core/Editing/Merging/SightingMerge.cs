using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges the sightings that two sides added to one line or cell: both are kept.</summary>
internal static class SightingMerge
{
    /// <summary>Returns our text with their new sightings, and without those that they removed; null when a text has no sightings.</summary>
    /// <param name="was">The text of the ancestor; empty when it has none.</param>
    /// <param name="ours">A line with a label, or a cell.</param>
    /// <param name="theirs">The same of the other side.</param>
    public static string? Of(string was, string ours, string theirs)
    {
        if (StartOf(ours) is not { } start || StartOf(theirs) is not { } their || ours[..start] != theirs[..their])
        {
            return null;
        }

        var before = StartOf(was) is { } old ? Find(was[old..]) : [];
        var mine = Find(ours[start..]);
        var others = Find(theirs[their..]);
        var added = others.Where(one => !Has(mine, one) && !Has(before, one)).Select(one => one.Text);
        var removed = mine.Where(one => Has(before, one) && !Has(others, one)).ToList();
        var kept =
            removed.Count == 0
                ? [ours[start..].TrimEnd()]
                : mine.Where(one => !removed.Contains(one)).Select(one => one.Text);
        return ours[..start] + string.Join(", ", kept.Concat(added)) + ours[ours.TrimEnd().Length..];
    }

    private static int? StartOf(string text) => DateForms.First(text, DateOrder.Unknown)?.Start;

    private static List<(Sighting Sighting, string Text)> Find(string text) =>
        SightingsText
            .Find(text, DateOrder.Unknown)
            .ConvertAll(one => (one.Sighting, text[one.Start..one.End].TrimEnd(' ', ',', ';')));

    private static bool Has(List<(Sighting Sighting, string Text)> all, (Sighting Sighting, string) one) =>
        all.Exists(other => other.Sighting == one.Sighting);
}
