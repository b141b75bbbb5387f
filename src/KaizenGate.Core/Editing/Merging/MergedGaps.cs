namespace KaizenGate.Core.Editing.Merging;

/// <summary>Finds the blank lines between merged pieces.</summary>
internal sealed class MergedGaps(ThreeWay<MergeDocument> sides)
{
    /// <summary>Returns the merged pieces with the blank lines between them.</summary>
    public List<MergedLines> Fill(List<MergedPiece> pieces)
    {
        var lines = new List<MergedLines>();
        for (var at = 0; at <= pieces.Count; at++)
        {
            var gap = Between(at > 0 ? pieces[at - 1] : null, at < pieces.Count ? pieces[at] : null);
            if (gap.Length > 0)
            {
                lines.Add(new MergedLines(gap));
            }

            lines.AddRange(at < pieces.Count ? pieces[at].Content : []);
        }

        return lines;
    }

    private string[] Between(MergedPiece? before, MergedPiece? after)
    {
        var was = GapIn(Side.Ancestor, before, after);
        var our = GapIn(Side.Ours, before, after);
        var their = GapIn(Side.Theirs, before, after);
        return our is null || their is null ? our ?? their ?? Usual(before, after)
            : was is not null && was.AsSpan().SequenceEqual(their) ? our
            : was is not null && was.AsSpan().SequenceEqual(our) ? their
            : Longer(our, their);
    }

    private static string[] Longer(string[] one, string[] other) => other.Length > one.Length ? other : one;

    /// <summary>Returns the gap in a side; null when the pieces are not neighbors there.</summary>
    private string[]? GapIn(Side side, MergedPiece? before, MergedPiece? after)
    {
        if (before?.IsIn(side) == false || after?.IsIn(side) == false)
        {
            return null;
        }

        var from = before?[side].End ?? 0;
        var to = after?[side].Start ?? sides[side].Elements.Count;
        return from == to ? sides[side].Gaps[to] : null;
    }

    /// <summary>Returns the gap of pieces that are new neighbors: the widest that either has next to a piece like the other.</summary>
    private string[] Usual(MergedPiece? before, MergedPiece? after)
    {
        if (before is null || after is null)
        {
            Index end = before is null ? 0 : ^1;
            return Longer(sides.Ours.Gaps[end], sides.Theirs.Gaps[end]);
        }

        string[]? widest = null;
        foreach (var side in (ReadOnlySpan<Side>)[Side.Ours, Side.Theirs, Side.Ancestor])
        {
            var (gaps, elements) = (sides[side].Gaps, sides[side].Elements);
            if (after[side].Start is > 0 and var place && IsLike(elements[place - 1], before))
            {
                widest = Longer(widest ?? [], gaps[place]);
            }

            if (
                before.IsIn(side)
                && before[side].End is var next
                && next < elements.Count
                && IsLike(elements[next], after)
            )
            {
                widest = Longer(widest ?? [], gaps[next]);
            }
        }

        return widest is { Length: > 0 } || !(IsHeading(after) || (IsHeading(before) && after.Key is null))
            ? widest ?? []
            : [""];
    }

    private static bool IsLike(MergeElement one, MergedPiece other) => (one.Key is null) == (other.Key is null);

    private bool IsHeading(MergedPiece piece)
    {
        var side =
            piece.IsIn(Side.Ours) ? Side.Ours
            : piece.IsIn(Side.Theirs) ? Side.Theirs
            : Side.Ancestor;
        return sides[side].Elements[piece[side].Start].IsHeading;
    }
}
