using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Bullets that only cite improvements which stand elsewhere in the file, <c>- IMP-3, IMP-4</c>: they list nothing new.</summary>
internal static class References
{
    private static readonly char[] Separators = [',', ';', '&', '+', '/', '、', '，', ' '];

    public static void Remove(List<Improvement> found)
    {
        var known = found
            .Where(item => item.Id is not null && item.Title != item.Id)
            .Select(item => item.Id!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (known.Count > 0)
        {
            found.RemoveAll(item => item.Form == ImprovementForm.Bullet && CitesOnly(item, known));
        }
    }

    private static bool CitesOnly(Improvement item, HashSet<string> known)
    {
        // An id with a title of its own is an improvement, even when the title looks like an id.
        if (item.Id is not null && item.Title != item.Id && !Separators.Contains(item.Title[0]))
        {
            return false;
        }

        var cited = $"{item.Id} {item.Title}"
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not "and");
        return cited.All(known.Contains);
    }
}
