using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.History;

/// <summary>What the files of one backlog hold, and who is gone from it.</summary>
internal sealed class TrackedBacklog
{
    private readonly SortedDictionary<int, ImmutableArray<ItemState>> files = [];
    private readonly Dictionary<string, Place> places = [];

    // What a commit touched: the keys in the order in which they were met, and what they meant before.
    private readonly List<string> touched = [];
    private readonly Dictionary<string, ItemState?> before = [];
    private readonly HashSet<ItemState> leaving = new(ReferenceEqualityComparer.Instance);

    /// <summary>The items under one key, those of the lowest file first, and who they are.</summary>
    private sealed class Place
    {
        public List<(int File, ItemState State)> Versions { get; } = new(1);
        public Identity? Who { get; set; }
        public ItemState? State => Versions.Count > 0 ? Versions[0].State : null;
    }

    public IReadOnlyDictionary<int, ImmutableArray<ItemState>> Files => files;

    /// <summary>Who is gone, by the key that they had last.</summary>
    public Dictionary<string, Identity> Removed { get; } = [];

    /// <summary>The keys of all events.</summary>
    public HashSet<string> EventKeys { get; } = [];

    /// <summary>The day from which on everything is known; null before the first revision.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>What the first revision says of the time before the start; null for nothing.</summary>
    public string? CutShortBy { get; set; }

    public ItemState? StateOf(string key) => places.TryGetValue(key, out var place) ? place.State : null;

    public Identity? WhoIs(string key) => places.TryGetValue(key, out var place) ? place.Who : null;

    public void Assign(string key, Identity who) => places[key].Who = who;

    /// <summary>Puts in what a file holds now; <see cref="TakeChanges"/> tells what that changed.</summary>
    public void Put(int file, ImmutableArray<ItemState>? items)
    {
        var old = files.TryGetValue(file, out var there) ? there.AsSpan() : [];
        var now = items is { } given ? given.AsSpan() : [];
        Trim(ref old, ref now);
        foreach (var state in old)
        {
            leaving.Add(state);
        }

        var arriving = new List<ItemState>();
        foreach (var state in now)
        {
            if (!leaving.Remove(state))
            {
                arriving.Add(state);
            }
        }

        foreach (var state in old)
        {
            if (leaving.Contains(state))
            {
                Touch(state.Key).Versions.RemoveAll(version => version.File == file);
            }
        }

        foreach (var state in arriving)
        {
            Insert(Touch(state.Key).Versions, file, state);
        }

        leaving.Clear();
        if (items is { } kept)
        {
            files[file] = kept;
        }
        else
        {
            files.Remove(file);
        }
    }

    /// <summary>What was changed since the last time, in the order in which it was met.</summary>
    public void TakeChanges(int backlog, List<ItemChange> changes)
    {
        foreach (var key in touched)
        {
            var place = places[key];
            var (was, now) = (before[key], place.State);
            if (now is null)
            {
                places.Remove(key);
            }

            if (was is not null && now is not null && was.Says(now))
            {
                place.Who!.Last = now;
            }
            else if (was is not null || now is not null)
            {
                changes.Add(new(backlog, was, now, place.Who));
            }
        }

        DropChanges();
    }

    /// <summary>Takes what was put in for known.</summary>
    public void DropChanges()
    {
        touched.Clear();
        before.Clear();
    }

    /// <summary>The keys that improvements have now, each with who it is.</summary>
    public IEnumerable<(string Key, Identity Who)> Present()
    {
        foreach (var (key, place) in places)
        {
            yield return (key, place.Who!);
        }
    }

    /// <summary>Leaves out what is the same at both ends: most commits change little.</summary>
    private static void Trim(ref ReadOnlySpan<ItemState> old, ref ReadOnlySpan<ItemState> now)
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

        old = old[start..^end];
        now = now[start..^end];
    }

    private Place Touch(string key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out _);
        place ??= new Place();
        if (before.TryAdd(key, place.State))
        {
            touched.Add(key);
        }

        return place;
    }

    private static void Insert(List<(int File, ItemState State)> versions, int file, ItemState state)
    {
        var at = 0;
        while (at < versions.Count && versions[at].File < file)
        {
            at++;
        }

        if (at == versions.Count || versions[at].File != file)
        {
            versions.Insert(at, (file, state));
        }
    }
}
