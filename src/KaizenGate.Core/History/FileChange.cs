using System.Collections.Immutable;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>What a commit made of one file of a backlog.</summary>
/// <param name="Backlog">The backlog's number, from 0.</param>
/// <param name="File">
/// A number of the path within its backlog, from 0: the backlog file itself, then its archive and former names. Where an item is in several,
/// the lowest number speaks.
/// </param>
/// <param name="Items">What the file holds now, each key once, as <see cref="ItemStates"/> makes them; null when it is not there any more.</param>
internal readonly record struct FileChange(int Backlog, int File, ImmutableArray<ItemState>? Items)
{
    /// <summary>How far back the file keeps what was closed, by its own headings; null when it drops nothing. Matters in a backlog's first revision.</summary>
    public Retention? Retention { get; init; }
}
