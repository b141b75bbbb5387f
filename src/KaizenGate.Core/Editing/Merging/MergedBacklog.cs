using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>The result of a merge.</summary>
/// <param name="Bytes">The merged file, with markers around conflicts.</param>
/// <param name="Conflicts">The number of conflicts.</param>
/// <param name="Remarks">Decisions that the user should know about; sentences without a full stop.</param>
internal sealed record MergedBacklog(ReadOnlyMemory<byte> Bytes, int Conflicts, ImmutableArray<string> Remarks)
{
    /// <summary>Merges; writes nothing.</summary>
    /// <param name="ancestor">The common ancestor; empty when there is none.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="theirs">Their side.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="markers">How to show a conflict.</param>
    /// <param name="isTaken">Whether an id is in use outside of the file, so that a new improvement cannot get it.</param>
    /// <returns>Null when a side is not a backlog or cannot be read: merge its lines instead.</returns>
    public static MergedBacklog? Of(
        byte[] ancestor,
        byte[] ours,
        byte[] theirs,
        ReadingOptions options,
        ConflictMarkers markers,
        Func<string, bool> isTaken
    )
    {
        // Nothing is merged when one side changed, so no figure is counted again.
        if (ours.AsSpan().SequenceEqual(theirs) || ancestor.AsSpan().SequenceEqual(theirs))
        {
            return new(ours, 0, []);
        }

        if (ancestor.AsSpan().SequenceEqual(ours))
        {
            return new(theirs, 0, []);
        }

        try
        {
            return MergeText.Of(new(ancestor, ours, theirs)) is { } texts ? Of(texts, options, markers, isTaken) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static MergedBacklog? Of(
        ThreeWay<MergeText> texts,
        ReadingOptions options,
        ConflictMarkers markers,
        Func<string, bool> isTaken
    )
    {
        var sides = texts.Select(text => MergeSide.Read(text, options));
        if (sides.Ours.Places.Count == 0 || sides.Theirs.Places.Count == 0)
        {
            return null;
        }

        ItemNames.Carry(sides.Ancestor, sides.Ours);
        ItemNames.Carry(sides.Ancestor, sides.Theirs);
        var remarks = IdCollisions.Resolve(sides, isTaken);
        var ambiguous = sides.All.SelectMany(AmbiguousKeys).ToHashSet(StringComparer.Ordinal);
        var documents = sides.Select(side => side.Cut(ambiguous));
        var figures = new MergedFigures(sides);
        var pieces = ElementMerge.Of(
            documents,
            (was, our, their) => our.Item is null ? figures.Merge(our, their) : ItemMerge.Of(was, our, their)
        );
        var gaps = new MergedGaps(documents);
        var counts = pieces.FindAll(piece => piece.Key is MergedFigures.Total or MergedFigures.Rate);
        if (counts.Count > 0)
        {
            var merged = MergeSide.Read(texts.Ours with { Lines = Lines(null) }, options).Backlog;
            counts.ForEach(piece => figures.Recount(piece, merged));
        }

        return new MergedBacklog(
            MergeText.Merged(texts, Lines(markers)).Bytes(),
            pieces.SelectMany(piece => piece.Content).Count(lines => lines.IsConflict),
            remarks
        );

        string[] Lines(ConflictMarkers? with) => [.. gaps.Fill(pieces).SelectMany(lines => lines.Write(with))];
    }

    /// <summary>Returns the keys of several improvements, such as two with the same id: their lines are merged as lines.</summary>
    private static IEnumerable<string> AmbiguousKeys(MergeSide side) =>
        side.Places.CountBy(side.KeyOf).Where(key => key.Value > 1).Select(key => key.Key);
}
