namespace KaizenGate.Core.History;

/// <summary>
/// Matches improvements with the same key across a commit. The numbers in their keys are not identities: when one is closed,
/// edited or removed, the others may be renumbered.
/// </summary>
internal static class SharedKeys
{
    /// <summary>Replaces the changes of improvements that share their keys by matched ones; keeps all others.</summary>
    public static void Reassign(List<ItemChange> changes)
    {
        HashSet<(int, string)>? shared = null;
        foreach (var change in changes)
        {
            if ((change.Before?.SharedKey ?? change.After?.SharedKey) is { } key)
            {
                (shared ??= []).Add((change.Backlog, key));
            }
        }

        if (shared is null)
        {
            return;
        }

        var groups = changes.Where(change => shared.Contains(KeyOf(change))).GroupBy(KeyOf).ToList();
        changes.RemoveAll(change => shared.Contains(KeyOf(change)));
        foreach (var group in groups)
        {
            changes.AddRange(Match(group.Key.Backlog, [.. group]));
        }
    }

    private static (int Backlog, string Key) KeyOf(ItemChange change) =>
        (change.Backlog, (change.Before ?? change.After!).OwnKey);

    private static List<ItemChange> Match(int backlog, List<ItemChange> group)
    {
        var before = group.FindAll(change => change.Before is not null);
        List<ItemState> after = [.. group.Select(change => change.After).OfType<ItemState>()];
        ReadOnlySpan<Func<ItemState, ItemState, bool>> criteria =
        [
            (was, now) => was.Fingerprint == now.Fingerprint && was.Key == now.Key,
            (was, now) => was.Fingerprint == now.Fingerprint,
            (was, now) => was.IsOpen == now.IsOpen && was.Key == now.Key,
            (was, now) => was.IsOpen == now.IsOpen,
            (was, now) => was.Key == now.Key,
            (_, _) => true,
        ];
        var matched = new List<ItemChange>(group.Count);
        foreach (var criterion in criteria)
        {
            after.RemoveAll(now =>
            {
                var found = before.FindIndex(change => criterion(change.Before!, now));
                if (found >= 0)
                {
                    matched.Add(before[found] with { After = now });
                    before.RemoveAt(found);
                }

                return found >= 0;
            });
        }

        return
        [
            .. matched,
            .. after.Select(now => new ItemChange(backlog, null, now, null)),
            .. before.Select(was => was with { After = null }),
        ];
    }
}
