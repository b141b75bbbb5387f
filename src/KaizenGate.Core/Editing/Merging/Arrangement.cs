namespace KaizenGate.Core.Editing.Merging;

/// <summary>Orders merged pieces.</summary>
internal sealed class Arrangement(ThreeWay<MergeDocument> sides)
{
    private readonly record struct Inserted(MergedPiece Piece, Side Side);

    private readonly PlainLines plain = new(sides);
    private readonly List<MergedPiece> kept = [];
    private readonly List<Inserted> inserted = [];

    /// <summary>Adds a piece that neither side moved.</summary>
    public void Keep(MergedPiece piece) => kept.Add(piece);

    /// <summary>Adds a piece at the place where one side has it.</summary>
    public void Insert(MergedPiece piece, Side side) => inserted.Add(new(piece, side));

    public List<MergedPiece> Pieces()
    {
        // A row is what comes before the first line without identity, or after one of them.
        var rows = Enumerable.Range(0, plain.Pieces.Count + 1).Select(_ => new List<MergedPiece>()).ToArray();
        var slots = new ThreeWay<Dictionary<int, (int Row, int At)>>([], [], []);
        foreach (var piece in kept.OrderBy(piece => piece[Side.Ancestor].Start))
        {
            // Both sides left it between the same lines; it comes after lines that either side added before it.
            var (our, their) = (piece[Side.Ours].Start, piece[Side.Theirs].Start);
            var row = Math.Max(plain.Before(Side.Ours, our), plain.Before(Side.Theirs, their));
            slots.Ours.Add(our, (row, rows[row].Count));
            slots.Theirs.Add(their, (row, rows[row].Count));
            rows[row].Add(piece);
        }

        var insertions = inserted.ToLookup(one => SlotOf(one, slots[one.Side]));
        var pieces = new List<MergedPiece>();
        for (var row = 0; row < rows.Length; row++)
        {
            pieces.AddRange(row > 0 ? [plain.Pieces[row - 1]] : []);
            for (var at = 0; at <= rows[row].Count; at++)
            {
                pieces.AddRange(Interleaved(insertions[(row, at)]));
                pieces.AddRange(at < rows[row].Count ? [rows[row][at]] : []);
            }
        }

        return pieces;
    }

    /// <summary>Returns the place after the nearest kept piece above, else before the nearest below, else after the line above.</summary>
    private (int Row, int At) SlotOf(Inserted one, Dictionary<int, (int Row, int At)> slots)
    {
        var elements = sides[one.Side].Elements;
        var place = one.Piece[one.Side].Start;
        for (var at = place - 1; at >= 0 && elements[at].Key is not null; at--)
        {
            if (slots.TryGetValue(at, out var above))
            {
                return (above.Row, above.At + 1);
            }
        }

        for (var at = place + 1; at < elements.Count && elements[at].Key is not null; at++)
        {
            if (slots.TryGetValue(at, out var below))
            {
                return below;
            }
        }

        return (plain.Before(one.Side, place), 0);
    }

    /// <summary>Interleaves what both sides insert at one place by rank, each in its own order, so that swapping the sides changes nothing.</summary>
    private IEnumerable<MergedPiece> Interleaved(IEnumerable<Inserted> insertions)
    {
        var (ours, theirs) = (Of(Side.Ours), Of(Side.Theirs));
        while (ours.Count > 0 && theirs.Count > 0)
        {
            var order = Rank(theirs.Peek()).CompareTo(Rank(ours.Peek()));
            order = order != 0 ? order : string.CompareOrdinal(ours.Peek().Piece.Key, theirs.Peek().Piece.Key);
            yield return (order <= 0 ? ours : theirs).Dequeue().Piece;
        }

        foreach (var rest in ours.Concat(theirs))
        {
            yield return rest.Piece;
        }

        Queue<Inserted> Of(Side side) =>
            new(insertions.Where(one => one.Side == side).OrderBy(one => one.Piece[side].Start));

        double Rank(Inserted one) => sides[one.Side].Elements[one.Piece[one.Side].Start].Rank;
    }
}
