namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges the content of an element that both sides changed differently; without an ancestor both added it.</summary>
internal delegate IReadOnlyList<MergedLines> ContentMerge(
    MergeElement? ancestor,
    MergeElement ours,
    MergeElement theirs
);

/// <summary>
/// Merges three documents. Elements with a key are merged one by one and placed where the side that moved them has them; the
/// lines around them are merged as lines.
/// </summary>
internal sealed class ElementMerge(ThreeWay<MergeDocument> sides, ContentMerge merge)
{
    private readonly Movement ourMoves = new(sides.Ancestor, sides.Ours);
    private readonly Movement theirMoves = new(sides.Ancestor, sides.Theirs);
    private readonly Arrangement arrangement = new(sides);

    /// <summary>Returns the merged pieces in order.</summary>
    public static List<MergedPiece> Of(ThreeWay<MergeDocument> sides, ContentMerge merge)
    {
        var work = new ElementMerge(sides, merge);
        foreach (var key in sides.Ours.Keys.Union(sides.Theirs.Keys))
        {
            work.Add(key);
        }

        return work.arrangement.Pieces();
    }

    private void Add(string key)
    {
        var (was, ours, theirs) = sides.Select(side => side.Find(key));
        if (ours is not null && theirs is not null)
        {
            AddBoth(key, was, ours, theirs);
            return;
        }

        var (only, side, moves) = ours is not null ? (ours, Side.Ours, ourMoves) : (theirs!, Side.Theirs, theirMoves);
        if (was is null)
        {
            Insert([new(only.Lines)], key, side);
        }
        else if (!only.HasSameLines(was) || moves.AcrossLines(key))
        {
            // One side deleted it and the other changed it.
            Insert([ours is not null ? new(only.Lines, []) : new([], only.Lines)], key, side);
        }
    }

    private void AddBoth(string key, MergeElement? was, MergeElement ours, MergeElement theirs)
    {
        var isMovedByBoth = was is null || (ourMoves.AcrossLines(key) && theirMoves.AcrossLines(key));
        if (isMovedByBoth && ours.Item?.Section?.Title != theirs.Item?.Section?.Title)
        {
            // Each section gets one version, so that the conflict shows in both.
            Insert([new(ours.Lines, [])], key, Side.Ours);
            Insert([new([], theirs.Lines)], key, Side.Theirs);
            return;
        }

        var content =
            ours.HasSameLines(theirs) || theirs.HasSameLines(was) ? [new(ours.Lines)]
            : ours.HasSameLines(was) ? [new(theirs.Lines)]
            : merge(was, ours, theirs);
        var piece = Piece(content, key, Side.Ours, Side.Theirs);
        Side? mover =
            was is null || ourMoves.AcrossLines(key) ? Side.Ours
            : theirMoves.AcrossLines(key) ? Side.Theirs
            : ourMoves.InOrder(key) ? Side.Ours
            : theirMoves.InOrder(key) ? Side.Theirs
            : null;
        if (mover is { } side)
        {
            arrangement.Insert(piece, side);
        }
        else
        {
            arrangement.Keep(piece);
        }
    }

    private void Insert(IReadOnlyList<MergedLines> content, string key, Side side) =>
        arrangement.Insert(Piece(content, key, side), side);

    private MergedPiece Piece(IReadOnlyList<MergedLines> content, string key, params ReadOnlySpan<Side> from)
    {
        var piece = new MergedPiece(content) { Key = key };
        foreach (var side in (ReadOnlySpan<Side>)[Side.Ancestor, .. from])
        {
            piece[side] = sides[side].IndexOf(key) is >= 0 and var index ? Run.Line(index) : default;
        }

        return piece;
    }
}
