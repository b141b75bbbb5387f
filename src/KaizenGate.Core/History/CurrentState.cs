using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>What a backlog and its archive hold now, committed or not.</summary>
/// <param name="Items">The items of the backlog file.</param>
/// <param name="Archived">Those of its archive; null when it has none.</param>
internal sealed record CurrentState(ImmutableArray<ItemState> Items, ImmutableArray<ItemState>? Archived)
{
    public static CurrentState Of(Backlog backlog, ItemStates states) =>
        new(states.Of(backlog.Improvements), backlog.Archive is { } archive ? states.Of(archive.Improvements) : null);

    /// <summary>All items, those of the backlog file first.</summary>
    public ImmutableArray<ItemState> All => Archived is { } archived ? [.. Items, .. archived] : Items;

    /// <summary>As changes of the files to what they are now.</summary>
    public IEnumerable<FileChange> Changes(int backlog) =>
        [new FileChange(backlog, 0, Items), new FileChange(backlog, 1, Archived)];
}
