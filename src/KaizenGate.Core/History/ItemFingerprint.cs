namespace KaizenGate.Core.History;

/// <summary>
/// Hashes the content of an improvement without its position: FNV-1a (Fowler, Noll and Vo) of 64 bits over UTF-16 code units,
/// the same on every machine and in every culture.
/// </summary>
internal static class ItemFingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(Improvement item)
    {
        var hash = Add(Add(Basis, item.Id), item.Title);
        hash = Add(hash, (ulong)item.Status);
        hash = Add(hash, NumberOf((int?)item.Section?.Priority));
        hash = Add(hash, NumberOf((int?)item.Section?.Status));
        hash = Add(Add(hash, (ulong)item.SubTasks), (ulong)item.SubTasksDone);
        foreach (var field in item.Fields)
        {
            hash = Add(Add(hash, field.Label), field.Text);
        }

        return hash;
    }

    private static ulong NumberOf(int? value) => value is { } number ? (ulong)number + 1 : 0;

    // The length comes first, so that different lists of texts never form the same sequence.
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
