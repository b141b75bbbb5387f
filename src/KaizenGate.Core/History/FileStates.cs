using System.Runtime.InteropServices;

namespace KaizenGate.Core.History;

/// <summary>Reduces the texts of one file to states, one after another; the cost depends on the size of the differences.</summary>
internal sealed class FileStates(ItemStates states)
{
    private readonly Dictionary<string, int> counts = [];
    private ImmutableArray<Improvement> last = [];

    /// <summary>The number of keys that several improvements share.</summary>
    private int shared;

    /// <summary>Whether the last text had shared keys, so that its states depend on each other.</summary>
    private bool hadShared;

    /// <summary>The states of the last text.</summary>
    public ImmutableArray<ItemState> Items { get; private set; } = [];

    /// <summary>Takes the improvements of the next text.</summary>
    public void Take(ImmutableArray<Improvement> improvements)
    {
        var (start, end) = UnchangedEnds(last.AsSpan(), improvements.AsSpan());
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
            Items = states.Of(improvements);
        }
        else if (start + end < improvements.Length || start + end < last.Length)
        {
            var items = new ItemState[improvements.Length];
            Items.AsSpan()[..start].CopyTo(items);
            for (var i = start; i < items.Length - end; i++)
            {
                items[i] = states.Of(improvements[i]);
            }

            Items.AsSpan()[^end..].CopyTo(items.AsSpan()[^end..]);
            Items = ImmutableCollectionsMarshal.AsImmutableArray(items);
        }

        (last, hadShared) = (improvements, shared > 0);
    }

    /// <summary>Counts the elements that are the same objects at the start and at the end: most commits change little.</summary>
    public static (int Start, int End) UnchangedEnds<T>(ReadOnlySpan<T> old, ReadOnlySpan<T> now)
        where T : class
    {
        var start = 0;
        var shorter = Math.Min(old.Length, now.Length);
        while (start < shorter && ReferenceEquals(old[start], now[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && ReferenceEquals(old[^(end + 1)], now[^(end + 1)]))
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
