using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>
/// A number for what is written about an improvement, without its place: FNV-1a (Fowler, Noll and Vo) of 64 bits over UTF-16 code units,
/// so that it is the same on every machine and in every culture.
/// </summary>
internal static class ItemFingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(Improvement item)
    {
        var hash = Add(Add(Basis, item.Id), item.Title);
        hash = Add(hash, (ulong)item.Status);
        hash = Add(hash, Option((int?)item.Section?.Priority));
        hash = Add(hash, Option((int?)item.Section?.Status));
        hash = Add(Add(hash, (ulong)item.SubTasks), (ulong)item.SubTasksDone);
        foreach (var field in item.Fields)
        {
            hash = Add(Add(hash, field.Label), field.Text);
        }

        return hash;
    }

    private static ulong Option(int? value) => value is { } there ? (ulong)there + 1 : 0;

    // The length goes first, so that no two lists of texts make one sequence.
    private static ulong Add(ulong hash, string? text)
    {
        if (text is null)
        {
            return Add(hash, ulong.MaxValue);
        }

        hash = Add(hash, (ulong)text.Length);
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * Prime;
        }

        return hash;
    }

    private static ulong Add(ulong hash, ulong number) =>
        (((hash ^ (uint)number) * Prime) ^ (uint)(number >> 32)) * Prime;
}
