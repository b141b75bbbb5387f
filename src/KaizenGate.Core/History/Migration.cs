namespace KaizenGate.Core.History;

/// <summary>
/// The backlogs of which a commit rewrites more than half: a change of format, of ids or of all words. That is not work on single
/// improvements, so only what it changes in their status counts.
/// </summary>
internal sealed class Migration
{
    /// <summary>A commit that touches fewer improvements is a triage of a small backlog.</summary>
    private const int LeastTouched = 10;

    private readonly HashSet<int> backlogs = [];
    private readonly HashSet<ItemState> replaced = new(ReferenceEqualityComparer.Instance);

    /// <param name="log">The log, in which the files have their new content.</param>
    /// <param name="changes">The changes of the commit.</param>
    public Migration(EventLog log, List<ItemChange> changes)
    {
        foreach (var group in changes.Count < LeastTouched ? [] : changes.GroupBy(change => change.Backlog))
        {
            var appeared = group.Count(change => change.Before is null);
            var vanished = group.Count(change => change.After is null);
            var before = log.Backlogs[group.Key].Count - appeared + vanished;

            // Closed improvements that vanish without replacement are pruned as usual.
            var closed = group.Count(change => change is { After: null, Before.IsOpen: false });
            var pruned = Math.Max(0, closed - group.Count(change => change is { Before: null, After.IsOpen: false }));
            var touched = group.Count() - appeared - pruned;
            if (touched >= LeastTouched && 2 * touched > before - pruned)
            {
                backlogs.Add(group.Key);
            }
        }
    }

    public bool Includes(int backlog) => backlogs.Contains(backlog);

    /// <summary>Whether a state of an improvement without a counterpart is one of those that replace each other.</summary>
    public bool Replaces(ItemState state) => replaced.Contains(state);

    /// <summary>
    /// Pairs what is left when all matches are found. In a migrated backlog, an improvement that vanished and one that appeared are
    /// likely the same one, although it is unknown which.
    /// </summary>
    /// <param name="vanished">The vanished improvements without a counterpart.</param>
    /// <param name="appeared">The appeared improvements without a counterpart.</param>
    public void Replace(IEnumerable<ItemChange> vanished, IEnumerable<ItemChange> appeared)
    {
        if (backlogs.Count == 0)
        {
            return;
        }

        var gone = vanished.ToLookup(change => (change.Backlog, change.Before!.IsOpen), change => change.Before!);
        var come = appeared.ToLookup(change => (change.Backlog, change.After!.IsOpen), change => change.After!);
        foreach (var backlog in backlogs)
        {
            Replace(gone[(backlog, true)], come[(backlog, true)].Concat(come[(backlog, false)]));
            Replace(gone[(backlog, false)], come[(backlog, false)].Where(state => !replaced.Contains(state)));
        }
    }

    private void Replace(IEnumerable<ItemState> gone, IEnumerable<ItemState> come)
    {
        foreach (var (was, now) in gone.Zip(come).ToList())
        {
            replaced.Add(was);
            replaced.Add(now);
        }
    }
}
