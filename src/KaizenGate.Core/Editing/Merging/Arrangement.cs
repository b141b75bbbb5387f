namespace KaizenGate.Core.Editing.Merging;

/// <summary>Brings the merged pieces into order.</summary>
/// <param name="sides">The three texts.</param>
/// <param name="plain">The merged lines without identity, between which the others stand.</param>
internal sealed class Arrangement(MergeDocument[] sides, PlainLines plain)
{
    private readonly record struct Inserted(MergedPiece Piece, Side Side, double Rank);

    /// <summary>What stands behind one merged line, or at the start.</summary>
    private sealed class Row
    {
        public List<MergedPiece> Kept { get; } = [];

        /// <summary>What goes in front of a kept piece, by its position; the last position is behind all.</summary>
        public Dictionary<int, List<Inserted>> Between { get; } = [];
    }

    private readonly List<MergedPiece> kept = [];
    private readonly List<Inserted> inserted = [];

    /// <summary>Adds a piece that neither side moved.</summary>
    public void Keep(MergedPiece piece) => kept.Add(piece);

    /// <summary>Adds a piece that stands where one side put it.</summary>
    public void Insert(MergedPiece piece, Side side, double rank) => inserted.Add(new(piece, side, rank));

    public List<MergedPiece> Pieces()
    {
        var rows = Enumerable.Range(0, plain.Pieces.Count + 1).Select(_ => new Row()).ToArray();
        var slots = Enumerable.Range(0, sides.Length).Select(_ => new Dictionary<int, (int Row, int At)>()).ToArray();
        foreach (var piece in kept.OrderBy(piece => piece.FirstIn(Side.Ancestor)))
        {
            // Both sides left it between the same lines of the ancestor; what either added before it stays before it.
            var row =
                1
                + Math.Max(
                    plain.Before(Side.Ours, piece.FirstIn(Side.Ours)),
                    plain.Before(Side.Theirs, piece.FirstIn(Side.Theirs))
                );
            var slot = (row, rows[row].Kept.Count);
            slots[(int)Side.Ours].Add(piece.FirstIn(Side.Ours), slot);
            slots[(int)Side.Theirs].Add(piece.FirstIn(Side.Theirs), slot);
            rows[row].Kept.Add(piece);
        }

        foreach (var one in inserted)
        {
            var (row, at) = SlotOf(one, slots[(int)one.Side]);
            if (!rows[row].Between.TryGetValue(at, out var between))
            {
                rows[row].Between.Add(at, between = []);
            }

            between.Add(one);
        }

        return Flat(rows);
    }

    /// <summary>Behind the neighbour in front that stayed, else before the next that did, else right behind the line above.</summary>
    private (int Row, int At) SlotOf(Inserted one, Dictionary<int, (int Row, int At)> slots)
    {
        var elements = sides[(int)one.Side].Elements;
        var place = one.Piece.FirstIn(one.Side);
        for (var at = place - 1; at >= 0 && elements[at].Key is not null; at--)
        {
            if (slots.TryGetValue(at, out var before))
            {
                return (before.Row, before.At + 1);
            }
        }

        for (var at = place + 1; at < elements.Length && elements[at].Key is not null; at++)
        {
            if (slots.TryGetValue(at, out var behind))
            {
                return behind;
            }
        }

        return (1 + plain.Before(one.Side, place), 0);
    }

    private List<MergedPiece> Flat(Row[] rows)
    {
        var pieces = new List<MergedPiece>();
        for (var row = 0; row < rows.Length; row++)
        {
            if (row > 0)
            {
                pieces.Add(plain.Pieces[row - 1]);
            }

            for (var at = 0; at <= rows[row].Kept.Count; at++)
            {
                if (rows[row].Between.TryGetValue(at, out var between))
                {
                    pieces.AddRange(Interleaved(between));
                }

                if (at < rows[row].Kept.Count)
                {
                    pieces.Add(rows[row].Kept[at]);
                }
            }
        }

        return pieces;
    }

    /// <summary>What both sides put at one place: each in its own order, the higher rank first, so that it does not matter which side is whose.</summary>
    private static IEnumerable<MergedPiece> Interleaved(List<Inserted> between)
    {
        var ours = Of(Side.Ours);
        var theirs = Of(Side.Theirs);
        while (ours.Count > 0 && theirs.Count > 0)
        {
            var (one, other) = (ours.Peek(), theirs.Peek());
            var order = other.Rank.CompareTo(one.Rank);
            order = order != 0 ? order : string.CompareOrdinal(one.Piece.Key, other.Piece.Key);
            yield return (order <= 0 ? ours : theirs).Dequeue().Piece;
        }

        foreach (var rest in ours.Concat(theirs))
        {
            yield return rest.Piece;
        }

        Queue<Inserted> Of(Side side) =>
            new(between.Where(one => one.Side == side).OrderBy(one => one.Piece.FirstIn(side)));
    }
}
