namespace KaizenGate.Core.History;

/// <summary>
/// Tells who is who among improvements with the same key. Their numbers only say how many there are: when one is closed, edited or
/// removed, the others may get new numbers.
/// </summary>
internal static class SharedKeys
{
    /// <summary>Puts changes of improvements that share their keys together anew; other changes stay as they are.</summary>
    public static void Settle(List<ItemChange> changes)
    {
        HashSet<(int, string)>? shared = null;
        foreach (var change in changes)
        {
            if ((change.Was?.SharedKey ?? change.Now?.SharedKey) is { } key)
            {
                (shared ??= []).Add((change.Backlog, key));
            }
        }

        if (shared is null)
        {
            return;
        }

        bool IsShared(ItemChange change) => shared.Contains((change.Backlog, (change.Was ?? change.Now!).OwnKey));
        var groups = changes
            .Where(IsShared)
            .GroupBy(change => (change.Backlog, (change.Was ?? change.Now!).OwnKey))
            .ToList();
        changes.RemoveAll(IsShared);
        foreach (var group in groups)
        {
            changes.AddRange(Settled(group.Key.Backlog, [.. group]));
        }
    }

    private static List<ItemChange> Settled(int backlog, List<ItemChange> group)
    {
        List<ItemChange?> before = [.. group.Where(change => change.Was is not null)];
        List<ItemState?> after = [.. group.Select(change => change.Now).OfType<ItemState>()];
        ReadOnlySpan<Func<ItemState, ItemState, bool>> signs =
        [
            (was, now) => was.Fingerprint == now.Fingerprint && was.Key == now.Key,
            (was, now) => was.Fingerprint == now.Fingerprint,
            (was, now) => was.IsOpen == now.IsOpen && was.Key == now.Key,
            (was, now) => was.IsOpen == now.IsOpen,
            (was, now) => was.Key == now.Key,
            (_, _) => true,
        ];
        var settled = new List<ItemChange>(group.Count);
        foreach (var sign in signs)
        {
            for (var at = 0; at < after.Count; at++)
            {
                if (after[at] is not { } now)
                {
                    continue;
                }

                var found = before.FindIndex(change => change is { Was: { } was } && sign(was, now));
                if (found >= 0)
                {
                    settled.Add(before[found]!.Value with { Now = now });
                    (before[found], after[at]) = (null, null);
                }
            }
        }

        settled.AddRange(after.OfType<ItemState>().Select(now => new ItemChange(backlog, null, now, null)));
        settled.AddRange(before.OfType<ItemChange>().Select(was => was with { Now = null }));
        return settled;
    }
}
