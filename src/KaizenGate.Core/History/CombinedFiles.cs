using System.Runtime.InteropServices;

namespace KaizenGate.Core.History;

/// <summary>The files of one backlog while several branches change them. Each commit of a branch changes what it changed there.</summary>
/// <param name="backlog">The number of the backlog.</param>
/// <param name="files">The items of each file.</param>
internal sealed class CombinedFiles(int backlog, IReadOnlyDictionary<int, List<ItemState>> files)
{
    private readonly SortedDictionary<int, List<ItemState>> changed = [];
    private readonly Dictionary<int, Dictionary<string, int>> places = [];

    /// <summary>An item in the parents and in the commit; null where it does not exist.</summary>
    private readonly record struct Difference(ItemState? Before, ItemState? After);

    /// <summary>Applies the changes of a commit.</summary>
    /// <param name="steps">For each changed file its new items and those in each parent.</param>
    /// <returns>The resulting changes of files.</returns>
    public IEnumerable<FileChange> Apply(
        IReadOnlyList<(int File, ImmutableArray<ItemState> After, List<ImmutableArray<ItemState>> Before)> steps
    )
    {
        var differences = steps
            .SelectMany(step => Differences(step.After, step.Before).Select(one => (step.File, Change: one)))
            .ToList();
        // An item that moves from one file to another leaves the first before it enters the second.
        foreach (var (file, change) in differences.Where(one => one.Change.After is null))
        {
            Remove(file, change.Before!.Key);
        }

        foreach (var (file, change) in differences.Where(one => one.Change.After is not null))
        {
            Put(file, change.Before, change.After!);
        }

        foreach (var (file, items) in changed)
        {
            items.RemoveAll(item => item is null);
            var old = files.GetValueOrDefault(file) ?? [];
            var (start, end) = FileStates.UnchangedEnds<ItemState>(
                CollectionsMarshal.AsSpan(old),
                CollectionsMarshal.AsSpan(items)
            );
            yield return new FileChange(backlog, file, [.. items[start..^end]])
            {
                Replaced = (start, old.Count - start - end),
            };
        }
    }

    /// <summary>Returns the items that differ from all parents: what equals one of them was changed by an earlier commit.</summary>
    private static IEnumerable<Difference> Differences(
        ImmutableArray<ItemState> after,
        List<ImmutableArray<ItemState>> parents
    )
    {
        Dictionary<string, Difference>? common = null;
        foreach (var before in parents)
        {
            var (start, end) = FileStates.UnchangedEnds(before.AsSpan(), after.AsSpan());
            var old = new Dictionary<string, ItemState>();
            foreach (var item in before.AsSpan()[start..^end])
            {
                old.TryAdd(item.Key, item);
            }

            var own = new Dictionary<string, Difference>();
            foreach (var item in after.AsSpan()[start..^end])
            {
                if (!old.Remove(item.Key, out var was) || was != item)
                {
                    own.TryAdd(item.Key, new(was, item));
                }
            }

            foreach (var (key, item) in old)
            {
                own.TryAdd(key, new(item, null));
            }

            common = common is null
                ? own
                : common.Where(one => own.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value);
        }

        return common?.Values ?? Enumerable.Empty<Difference>();
    }

    private void Remove(int file, string key)
    {
        if (Find(file, key) is var (found, index))
        {
            Edited(found)[index] = null!; // Removed at the end, so that all indices stay valid.
            places[found].Remove(key);
        }
    }

    private void Put(int file, ItemState? before, ItemState after)
    {
        if (
            (before is null && !PlacesIn(file).ContainsKey(after.Key) ? null : Find(file, after.Key))
            is var (found, index)
        )
        {
            var current = (changed.GetValueOrDefault(found) ?? files[found])[index];
            if (Winner(before, current, after) != current)
            {
                Edited(found)[index] = after;
            }
        }
        else if (before is null || (before.IsOpen && !after.IsOpen))
        {
            // What another branch removed returns only to be closed.
            var items = Edited(file);
            PlacesIn(file)[after.Key] = items.Count;
            items.Add(after);
        }
    }

    /// <summary>Decides which state an item has that another branch changed too. A closed item stays closed, as the first branch left it.</summary>
    private static ItemState Winner(ItemState? before, ItemState current, ItemState after)
    {
        if (before is null)
        {
            return current.IsOpen && !after.IsOpen ? after : current;
        }

        if (before == current)
        {
            return after;
        }

        return before.Status != after.Status ? (current.IsOpen ? after : current)
            : before.Status != current.Status ? current
            : after;
    }

    /// <summary>Finds an item in a file, else in another one: it may have been renamed.</summary>
    private (int File, int Index)? Find(int file, string key)
    {
        if (PlacesIn(file).TryGetValue(key, out var index))
        {
            return (file, index);
        }

        foreach (var other in files.Keys)
        {
            if (other != file && PlacesIn(other).TryGetValue(key, out index))
            {
                return (other, index);
            }
        }

        return null;
    }

    private List<ItemState> Edited(int file)
    {
        if (!changed.TryGetValue(file, out var items))
        {
            changed.Add(file, items = [.. files.GetValueOrDefault(file) ?? []]);
        }

        return items;
    }

    private Dictionary<string, int> PlacesIn(int file)
    {
        if (!places.TryGetValue(file, out var known))
        {
            places.Add(file, known = []);
            foreach (var (index, item) in (files.GetValueOrDefault(file) ?? []).Index())
            {
                known[item.Key] = index;
            }
        }

        return known;
    }
}
