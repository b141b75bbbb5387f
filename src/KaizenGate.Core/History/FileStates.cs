using System.Runtime.InteropServices;

namespace KaizenGate.Core.History;

/// <summary>The states of one file in successive revisions. Reuses those of unchanged improvements at both ends.</summary>
internal sealed class FileStates(ItemStates states)
{
    private readonly Dictionary<string, int> counts = [];
    private ImmutableArray<Improvement> last = [];
    private ImmutableArray<ItemState> lastStates = [];

    /// <summary>The number of keys that several improvements share.</summary>
    private int shared;

    /// <summary>Whether the last revision had shared keys, so that its states depend on each other.</summary>
    private bool hadShared;

    /// <summary>Returns the states of the next revision's improvements, as <see cref="ItemStates"/> makes them.</summary>
    public ImmutableArray<ItemState> Of(ImmutableArray<Improvement> improvements)
    {
        var (start, end) = TrackedBacklog.UnchangedEnds(last.AsSpan(), improvements.AsSpan());
        foreach (var item in last.AsSpan()[start..^end])
        {
            Count(item.Key, -1);
        }

        foreach (var item in improvements.AsSpan()[start..^end])
        {
            Count(item.Key, 1);
        }

        if (shared > 0 || hadShared)
        {
            lastStates = states.Of(improvements);
        }
        else
        {
            var next = new ItemState[improvements.Length];
            lastStates.AsSpan()[..start].CopyTo(next);
            lastStates.AsSpan()[^end..].CopyTo(next.AsSpan(next.Length - end));
            for (var i = start; i < next.Length - end; i++)
            {
                next[i] = states.Of(improvements[i]);
            }

            lastStates = ImmutableCollectionsMarshal.AsImmutableArray(next);
        }

        (last, hadShared) = (improvements, shared > 0);
        return lastStates;
    }

    private void Count(string key, int change)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        shared -= count > 1 ? 1 : 0;
        count += change;
        shared += count > 1 ? 1 : 0;
        if (count == 0)
        {
            counts.Remove(key);
        }
    }
}
