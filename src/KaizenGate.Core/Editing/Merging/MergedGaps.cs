namespace KaizenGate.Core.Editing.Merging;

/// <summary>Finds the blank lines that stand between two merged pieces.</summary>
/// <param name="ancestor">The text that both sides come from.</param>
/// <param name="ours">Our text.</param>
/// <param name="theirs">Their text.</param>
internal sealed class MergedGaps(MergeDocument ancestor, MergeDocument ours, MergeDocument theirs)
{
    private static readonly string[] None = [];
    private static readonly string[] One = [""];
    private readonly MergeDocument[] sides = [ancestor, ours, theirs];

    /// <summary>The merged pieces with the blank lines between them.</summary>
    /// <param name="pieces">The pieces in order.</param>
    public List<MergedLines> Fill(IReadOnlyList<MergedPiece> pieces)
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

    private string[] Between(MergedPiece? before, MergedPiece? behind)
    {
        var was = Written(Side.Ancestor, before, behind);
        var our = Written(Side.Ours, before, behind);
        var their = Written(Side.Theirs, before, behind);
        if (our is not null && their is not null)
        {
            return our.AsSpan().SequenceEqual(their) || was?.AsSpan().SequenceEqual(their) == true ? our
                : was?.AsSpan().SequenceEqual(our) == true ? their
                : Longer(our, their);
        }

        return our ?? their ?? Usual(before, behind);
    }

    private static string[] Longer(string[] one, string[] other) => other.Length > one.Length ? other : one;

    /// <summary>What a side has between the two; null when they are no neighbours there.</summary>
    private string[]? Written(Side side, MergedPiece? before, MergedPiece? behind)
    {
        var document = sides[(int)side];
        if ((before is not null && !before.IsIn(side)) || (behind is not null && !behind.IsIn(side)))
        {
            return null;
        }

        var from = before is null ? 0 : before.LastIn(side) + 1;
        var to = behind is null ? document.Elements.Length : behind.FirstIn(side);
        return from == to ? document.Gaps[to] : null;
    }

    /// <summary>What is usual where two stand side by side that never did: the widest that either had beside one of the other's kind.</summary>
    private string[] Usual(MergedPiece? before, MergedPiece? behind)
    {
        if (before is null || behind is null)
        {
            var (our, their) = (sides[(int)Side.Ours].Gaps, sides[(int)Side.Theirs].Gaps);
            return before is null ? Longer(our[0], their[0]) : Longer(our[^1], their[^1]);
        }

        string[]? widest = null;
        foreach (var side in (ReadOnlySpan<Side>)[Side.Ours, Side.Theirs, Side.Ancestor])
        {
            var (gaps, elements) = (sides[(int)side].Gaps, sides[(int)side].Elements);
            if (behind.FirstIn(side) is > 0 and var place && IsLike(elements[place - 1], before))
            {
                widest = Longer(widest ?? None, gaps[place]);
            }

            if (
                before.IsIn(side)
                && before.LastIn(side) + 1 is var next
                && next < elements.Length
                && IsLike(elements[next], behind)
            )
            {
                widest = Longer(widest ?? None, gaps[next]);
            }
        }

        return widest is { Length: > 0 } || !(IsSeparate(behind) || (IsSeparate(before) && behind.Key is null))
            ? widest ?? None
            : One;
    }

    private static bool IsLike(MergeElement one, MergedPiece other) => (one.Key is null) == (other.Key is null);

    private bool IsSeparate(MergedPiece piece)
    {
        var side =
            piece.IsIn(Side.Ours) ? Side.Ours
            : piece.IsIn(Side.Theirs) ? Side.Theirs
            : Side.Ancestor;
        return sides[(int)side].Elements[piece.FirstIn(side)].IsSeparate;
    }
}
