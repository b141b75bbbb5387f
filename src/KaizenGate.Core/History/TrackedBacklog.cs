using System.Runtime.InteropServices;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>A commit's change to the improvement with one key.</summary>
/// <param name="Backlog">The number of the backlog.</param>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it vanished.</param>
/// <param name="Identity">Null when it is new.</param>
internal readonly record struct ItemChange(int Backlog, ItemState? Before, ItemState? After, Identity? Identity);

/// <summary>Revisions of a backlog that were too large to read. What they changed counts from the next one.</summary>
/// <param name="Count">Their number.</param>
/// <param name="Commit">The commit of the first.</param>
/// <param name="Bytes">The size of the first.</param>
internal sealed record LeftOutRevisions(int Count, string Commit, long Bytes)
{
    /// <summary>A sentence for the user, without a full stop.</summary>
    public string Remark =>
        $"{Wording.Count(Count, "revision")} in its history left out because of the size, such as {Bytes:N0} bytes in commit {Commit[..Math.Min(10, Commit.Length)]}; what they changed counts from the next one";
}

/// <summary>The current content of the files of one backlog, and the improvements removed from it.</summary>
internal sealed class TrackedBacklog
{
    private readonly SortedDictionary<int, List<ItemState>> files = [];
    private readonly Dictionary<string, Entry> entries = [];

    // The keys that the current commit touched, in order, and their states before it.
    private readonly List<string> touched = [];
    private readonly Dictionary<string, ItemState?> before = [];
    private readonly HashSet<ItemState> leaving = new(ReferenceEqualityComparer.Instance);

    /// <summary>The items with one key, ordered by file, and their identity.</summary>
    private sealed class Entry
    {
        public List<(int File, ItemState State)> Versions { get; } = new(1);
        public Identity? Identity { get; set; }
        public ItemState? State => Versions.Count > 0 ? Versions[0].State : null;
    }

    /// <summary>The items of each file.</summary>
    public IReadOnlyDictionary<int, List<ItemState>> Files => files;

    /// <summary>The removed improvements by their last keys.</summary>
    public Dictionary<string, Identity> Removed { get; } = [];

    // The removed improvements that were open and had an id, by title; null before the first use.
    private Dictionary<string, List<Identity>>? dropped;

    /// <summary>The keys of all identities.</summary>
    public HashSet<string> EventKeys { get; } = [];

    /// <summary>The first day from which on the history is complete; null before the first revision.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>The day of its first improvement; null before.</summary>
    public DateOnly? FirstCaptured { get; set; }

    /// <summary>Why the history before the start is incomplete, according to the first revision; null when it is not.</summary>
    public string? CutShortBy { get; set; }

    /// <summary>The number of current items with different keys.</summary>
    public int Count => entries.Count;

    /// <summary>The revisions that were too large to read; null for none.</summary>
    public LeftOutRevisions? LeftOut { get; set; }

    /// <summary>The current items.</summary>
    public IEnumerable<(string Key, Identity Identity)> Present =>
        entries.Select(entry => (entry.Key, entry.Value.Identity!));

    public ItemState? StateOf(string key) => entries.GetValueOrDefault(key)?.State;

    public Identity? IdentityOf(string key) => entries.GetValueOrDefault(key)?.Identity;

    public void Assign(string key, Identity identity) => entries[key].Identity = identity;

    public void AddRemoved(Identity identity)
    {
        Removed[identity.Last.Key] = identity;
        if (dropped is not null)
        {
            AddDropped(identity);
        }
    }

    /// <summary>Takes the removed improvement with a title that was open and had an id, the latest of several; null for none.</summary>
    /// <param name="title">Normalized.</param>
    public Identity? TakeDropped(string title)
    {
        if (dropped is null)
        {
            dropped = [];
            foreach (var identity in Removed.Values)
            {
                AddDropped(identity);
            }
        }

        // What returned by its id is not removed any more.
        var last = dropped
            .GetValueOrDefault(title)
            ?.Where(identity => ReferenceEquals(Removed.GetValueOrDefault(identity.Last.Key), identity))
            .MaxBy(identity => identity.Number);
        if (last is not null)
        {
            Removed.Remove(last.Last.Key);
        }

        return last;
    }

    private void AddDropped(Identity identity)
    {
        if (identity.Last is { IsOpen: true, Id: not null })
        {
            var title = TitleText.NormalizeTitle(identity.Last.Title);
            dropped!.TryAdd(title, []);
            dropped[title].Add(identity);
        }
    }

    /// <summary>Notes a revision that was too large to read.</summary>
    public void LeaveOut(string commit, long bytes) =>
        LeftOut = LeftOut is { } known ? known with { Count = known.Count + 1 } : new(1, commit, bytes);

    /// <summary>Changes the content of a file; <see cref="TakeChanges"/> then returns the differences.</summary>
    public void Put(FileChange change)
    {
        var file = change.File;
        if (!files.TryGetValue(file, out var content))
        {
            files.Add(file, content = []);
        }

        var (start, length) = change.Replaced ?? (0, content.Count);
        var old = content.GetRange(start, length);
        var now = change.Items ?? [];
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
                Touch(state.Key).RemoveAll(version => version.File == file);
            }
        }

        foreach (var state in arriving)
        {
            Insert(Touch(state.Key), file, state);
        }

        leaving.Clear();
        content.RemoveRange(start, length);
        content.InsertRange(start, now);
        if (change.Items is null)
        {
            files.Remove(file);
        }
    }

    /// <summary>Appends the changes since the last call, in the order of their keys' first mention.</summary>
    public void TakeChanges(int backlog, List<ItemChange> changes)
    {
        foreach (var key in touched)
        {
            var entry = entries[key];
            var (was, now) = (before[key], entry.State);
            if (now is null)
            {
                entries.Remove(key);
            }

            if (was is not null && was == now)
            {
                entry.Identity!.Last = now;
            }
            else if (was is not null || now is not null)
            {
                changes.Add(new(backlog, was, now, entry.Identity));
            }
        }

        DropChanges();
    }

    public void DropChanges()
    {
        touched.Clear();
        before.Clear();
    }

    private List<(int File, ItemState State)> Touch(string key)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, key, out _);
        entry ??= new Entry();
        if (before.TryAdd(key, entry.State))
        {
            touched.Add(key);
        }

        return entry.Versions;
    }

    private static void Insert(List<(int File, ItemState State)> versions, int file, ItemState state)
    {
        var index = versions.FindIndex(version => version.File >= file);
        if (index < 0)
        {
            versions.Add((file, state));
        }
        else if (versions[index].File != file)
        {
            versions.Insert(index, (file, state));
        }
    }
}
