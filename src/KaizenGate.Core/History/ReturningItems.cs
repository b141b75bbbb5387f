using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Finds improvements that vanished in an earlier commit and appear again.</summary>
internal static class ReturningItems
{
    /// <summary>Takes from the removed improvements the identity of each appeared one; null for a new one.</summary>
    /// <param name="log">The log.</param>
    /// <param name="appeared">The appeared improvements.</param>
    /// <param name="partners">The result of <see cref="RenameDetection.Exact"/>.</param>
    public static Identity?[] Of(EventLog log, List<ItemChange> appeared, int[] partners)
    {
        var returning = new Identity?[appeared.Count];
        for (var i = 0; i < returning.Length; i++)
        {
            var tracked = log.Backlogs[appeared[i].Backlog];
            if (partners[i] < 0 && tracked.Removed.Count > 0)
            {
                returning[i] = Take(tracked, appeared[i].After!);
            }
        }

        return returning;
    }

    /// <summary>Takes the one with the same key, else the one with the same title if it had no id or was open.</summary>
    private static Identity? Take(TrackedBacklog tracked, ItemState state)
    {
        if (tracked.Removed.Remove(state.Key, out var same))
        {
            return same;
        }

        var title = TitleText.NormalizeTitle(state.Title);
        if (state.Id is not null && tracked.Removed.TryGetValue(title, out var withoutId) && withoutId.Last.Id is null)
        {
            tracked.Removed.Remove(title);
            return withoutId;
        }

        return tracked.TakeDropped(title);
    }
}
