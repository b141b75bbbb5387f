using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>Removes bullets that only refer to improvements elsewhere in the file, <c>- IMP-3, IMP-4</c>.</summary>
internal static class References
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;&+/、， ");

    public static void Remove(List<FoundItem> found)
    {
        if (!found.Exists(one => one.Item.Form == ImprovementForm.Bullet))
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in found.Select(one => one.Item))
        {
            if (item.Id is not null && item.Title != item.Id)
            {
                known.Add(item.Id);
            }
        }

        if (known.Count > 0)
        {
            var ids = known.GetAlternateLookup<ReadOnlySpan<char>>();
            found.RemoveAll(one => one.Item.Form == ImprovementForm.Bullet && CitesOnly(one.Item, ids));
        }
    }

    private static bool CitesOnly(Improvement item, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        // An id with a title is an improvement, even when the title looks like an id.
        if (item.Id is not null && item.Title != item.Id && !Separators.Contains(item.Title[0]))
        {
            return false;
        }

        return AreKnown(item.Id, known) && AreKnown(item.Title, known);
    }

    private static bool AreKnown(ReadOnlySpan<char> words, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        foreach (var range in words.SplitAny(Separators))
        {
            var word = words[range];
            if (!word.IsEmpty && !word.SequenceEqual("and") && !known.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
