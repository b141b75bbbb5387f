namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges the content of one piece that both sides changed, each in its own way.</summary>
/// <param name="ancestor">What both come from; null when both added it.</param>
/// <param name="ours">Our version.</param>
/// <param name="theirs">Their version.</param>
internal delegate IReadOnlyList<MergedLines> ContentMerge(
    MergeElement? ancestor,
    MergeElement ours,
    MergeElement theirs
);

/// <summary>
/// Merges three texts that are cut into pieces. What has an identity is merged piece by piece and stands where the side put it
/// that moved it; the lines around are merged as lines.
/// </summary>
internal sealed class ElementMerge
{
    private readonly MergeDocument[] sides;
    private readonly Dictionary<string, int>[] places;
    private readonly ContentMerge merge;
    private readonly PlainLines plain;
    private readonly Movement ourMoves;
    private readonly Movement theirMoves;
    private readonly Arrangement arrangement;

    private ElementMerge(MergeDocument ancestor, MergeDocument ours, MergeDocument theirs, ContentMerge merge)
    {
        this.merge = merge;
        sides = [ancestor, ours, theirs];
        places = [.. sides.Select(Places)];
        plain = new PlainLines(sides);
        ourMoves = new Movement(ancestor, ours, places[(int)Side.Ancestor]);
        theirMoves = new Movement(ancestor, theirs, places[(int)Side.Ancestor]);
        arrangement = new Arrangement(sides, plain);
    }

    /// <summary>The merged pieces in order.</summary>
    public static List<MergedPiece> Of(
        MergeDocument ancestor,
        MergeDocument ours,
        MergeDocument theirs,
        ContentMerge merge
    )
    {
        var work = new ElementMerge(ancestor, ours, theirs, merge);
        foreach (var key in work.Keys())
        {
            work.Add(key);
        }

        return work.arrangement.Pieces();
    }

    private static Dictionary<string, int> Places(MergeDocument side)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < side.Elements.Length; at++)
        {
            if (side.Elements[at].Key is { } key)
            {
                places.Add(key, at);
            }
        }

        return places;
    }

    /// <summary>Every identity once: ours in their order, then theirs.</summary>
    private IEnumerable<string> Keys() =>
        places[(int)Side.Ours]
            .Keys.Concat(places[(int)Side.Theirs].Keys.Where(key => !places[(int)Side.Ours].ContainsKey(key)));

    private MergeElement? Find(Side side, string key) =>
        places[(int)side].TryGetValue(key, out var at) ? sides[(int)side].Elements[at] : null;

    private void Add(string key)
    {
        var (was, ours, theirs) = (Find(Side.Ancestor, key), Find(Side.Ours, key), Find(Side.Theirs, key));
        if (ours is not null && theirs is not null)
        {
            AddBoth(key, was, ours, theirs);
            return;
        }

        var (side, moves) = ours is not null ? (Side.Ours, ourMoves) : (Side.Theirs, theirMoves);
        var only = (ours ?? theirs)!;
        if (was is null)
        {
            Place([new MergedLines(only.Lines)], key, side);
        }
        else if (!only.Says(was) || moves.ToAnotherPlace(key))
        {
            // One side took out what the other went on with.
            Place([ours is not null ? new(only.Lines, []) : new([], only.Lines)], key, side);
        }
    }

    private void AddBoth(string key, MergeElement? was, MergeElement ours, MergeElement theirs)
    {
        var isSplit =
            (was is null || (ourMoves.ToAnotherPlace(key) && theirMoves.ToAnotherPlace(key)))
            && ours.Item?.Section?.Title != theirs.Item?.Section?.Title;
        if (isSplit)
        {
            // In two sections at once it would say two things.
            Place([new(ours.Lines, [])], key, Side.Ours);
            Place([new([], theirs.Lines)], key, Side.Theirs);
            return;
        }

        var content =
            ours.Says(theirs) || was?.Says(theirs) == true ? [new(ours.Lines)]
            : was?.Says(ours) == true ? [new(theirs.Lines)]
            : merge(was, ours, theirs);
        var piece = Piece(content, key, Side.Ours, Side.Theirs);
        if (was is null || ourMoves.ToAnotherPlace(key))
        {
            arrangement.Insert(piece, Side.Ours, ours.Rank);
        }
        else if (theirMoves.ToAnotherPlace(key))
        {
            arrangement.Insert(piece, Side.Theirs, theirs.Rank);
        }
        else if (ourMoves.InOrder(key))
        {
            arrangement.Insert(piece, Side.Ours, ours.Rank);
        }
        else if (theirMoves.InOrder(key))
        {
            arrangement.Insert(piece, Side.Theirs, theirs.Rank);
        }
        else
        {
            arrangement.Keep(piece);
        }
    }

    private void Place(IReadOnlyList<MergedLines> content, string key, Side side) =>
        arrangement.Insert(Piece(content, key, side), side, Find(side, key)!.Rank);

    private MergedPiece Piece(IReadOnlyList<MergedLines> content, string key, params ReadOnlySpan<Side> in_)
    {
        var piece = new MergedPiece(content) { Key = key };
        foreach (var side in in_)
        {
            piece.At(side, places[(int)side][key]);
        }

        return places[(int)Side.Ancestor].TryGetValue(key, out var was) ? piece.At(Side.Ancestor, was) : piece;
    }
}
