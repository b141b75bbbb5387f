using System.Runtime.InteropServices;

namespace KaizenGate.Core.History;

/// <summary>
/// Collects the changes of one file from its revisions, newest first. Only differences are kept: a revision changes few items.
/// </summary>
internal sealed class FileStates(ItemStates states)
{
    private readonly Dictionary<string, int> counts = [];
    private ImmutableArray<Improvement> last = [];
    private readonly List<ItemState> lastStates = [];

    /// <summary>The last revision, whose change is known once the one before it is; null before the first.</summary>
    private (Revision Revision, ImmutableArray<TrackedFile> Files, bool Exists)? newer;

    /// <summary>The number of keys that several improvements share.</summary>
    private int shared;

    /// <summary>Whether the last revision had shared keys, so that its states depend on each other.</summary>
    private bool hadShared;

    /// <summary>Adds the change of the last revision to it, and continues with the one before.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="files">The backlogs that the file belongs to.</param>
    /// <param name="improvements">The improvements in the file; null when the revision deleted it.</param>
    public void Add(Revision revision, ImmutableArray<TrackedFile> files, ImmutableArray<Improvement>? improvements)
    {
        GoBack(improvements ?? []);
        newer = (revision, files, improvements is not null);
    }

    /// <summary>Adds the change of the oldest revision, which replaces everything.</summary>
    public void Complete() => GoBack([], isOldest: true);

    private void GoBack(ImmutableArray<Improvement> improvements, bool isOldest = false)
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

        ImmutableArray<ItemState> items;
        if (shared > 0 || hadShared)
        {
            items = states.Of(improvements);
            (start, end) = UnchangedEnds(CollectionsMarshal.AsSpan(lastStates), items.AsSpan());
            items = items[start..^end];
        }
        else
        {
            items = ImmutableArray.CreateRange(improvements, start, improvements.Length - start - end, states.Of);
        }

        var replaced = lastStates.Count - start - end;
        if (newer is var (revision, files, exists))
        {
            ImmutableArray<ItemState>? content = exists ? [.. lastStates.GetRange(start, replaced)] : null;
            foreach (var file in files)
            {
                revision.Changes.Add(
                    new FileChange(file.Backlog, file.File, content)
                    {
                        Replaced = isOldest ? null : (start, items.Length),
                    }
                );
            }
        }

        lastStates.RemoveRange(start, replaced);
        lastStates.InsertRange(start, items);
        (last, hadShared) = (improvements, shared > 0);
    }

    /// <summary>Counts the elements that are the same objects at the start and at the end: most commits change little.</summary>
    private static (int Start, int End) UnchangedEnds<T>(ReadOnlySpan<T> old, ReadOnlySpan<T> now)
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
