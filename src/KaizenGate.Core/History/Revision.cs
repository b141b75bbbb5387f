using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <param name="Oid">The full commit id; null for changes that are not committed.</param>
/// <param name="Day">The day in UTC, so that all machines agree on it.</param>
internal readonly record struct CommitStamp(string? Oid, DateOnly Day)
{
    /// <summary>Returns the day of a Unix time; a time that <see cref="DateTimeOffset"/> cannot represent gets its first or last day.</summary>
    public static DateOnly DayOf(long seconds)
    {
        var (min, max) = (DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, min, max)).UtcDateTime);
    }
}

/// <summary>The content of one file of a backlog after a commit.</summary>
/// <param name="Backlog">The number of the backlog, from 0.</param>
/// <param name="File">The number of the file; see <see cref="TrackedFile"/>. If several files have an item, the lowest number wins.</param>
/// <param name="Items">The new items, with distinct keys, as <see cref="ItemStates"/> makes them; null when the file is gone.</param>
internal readonly record struct FileChange(int Backlog, int File, ImmutableArray<ItemState>? Items)
{
    /// <summary>The part of the previous content that the new items replace; null for all of it.</summary>
    public (int Start, int Length)? Replaced { get; init; }

    /// <summary>How far back the file keeps closed items; null when it drops none. Only used in a backlog's first revision.</summary>
    public Retention? Retention { get; init; }
}
