namespace KaizenGate.Core.Editing.Merging;

/// <summary>One of the three sides of a merge.</summary>
internal enum Side
{
    Ancestor,
    Ours,
    Theirs,
}

/// <summary>The positions of the first and the last of some neighbours in the three sides; -1 in a side where they are not.</summary>
internal sealed class MergedPiece(IReadOnlyList<MergedLines> content)
{
    private readonly int[] first = [-1, -1, -1];
    private readonly int[] last = [-1, -1, -1];

    public IReadOnlyList<MergedLines> Content { get; set; } = content;

    /// <summary>Whether it has an identity of its own; else it is made of lines.</summary>
    public string? Key { get; init; }

    public int FirstIn(Side side) => first[(int)side];

    public int LastIn(Side side) => last[(int)side];

    public bool IsIn(Side side) => first[(int)side] >= 0;

    public MergedPiece At(Side side, int position) => At(side, position, position);

    public MergedPiece At(Side side, int from, int to)
    {
        (first[(int)side], last[(int)side]) = (from, to);
        return this;
    }
}
