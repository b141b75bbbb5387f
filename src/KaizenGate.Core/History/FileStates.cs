using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>The states of one file, revision after revision: what is the same at both ends of it is not looked at again.</summary>
internal sealed class FileStates(ItemStates states)
{
    private readonly Dictionary<string, int> counts = [];
    private ImmutableArray<Improvement> last = [];
    private ImmutableArray<ItemState> lastStates = [];

    /// <summary>How many keys several improvements share.</summary>
    private int shared;

    /// <summary>Whether improvements of the last revision shared a key, so that their states depend on each other.</summary>
    private bool hadShared;

    /// <summary>The states of the next revision's improvements, as <see cref="ItemStates"/> makes them.</summary>
    public ImmutableArray<ItemState> Of(ImmutableArray<Improvement> improvements)
    {
        var (start, end) = Same(improvements);
        for (var at = start; at < last.Length - end; at++)
        {
            Count(last[at].Key, -1);
        }

        for (var at = start; at < improvements.Length - end; at++)
        {
            Count(improvements[at].Key, 1);
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
            for (var at = start; at < next.Length - end; at++)
            {
                next[at] = states.Of(improvements[at]);
            }

            lastStates = ImmutableCollectionsMarshal.AsImmutableArray(next);
        }

        (last, hadShared) = (improvements, shared > 0);
        return lastStates;
    }

    /// <summary>How many improvements are the same objects as before, at the start and at the end.</summary>
    private (int Start, int End) Same(ImmutableArray<Improvement> improvements)
    {
        var shorter = Math.Min(last.Length, improvements.Length);
        var start = 0;
        while (start < shorter && ReferenceEquals(last[start], improvements[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && ReferenceEquals(last[^(end + 1)], improvements[^(end + 1)]))
        {
            end++;
        }

        return (start, end);
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
