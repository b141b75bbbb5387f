namespace KaizenGate.Core.Editing.Merging;

/// <summary>The merged lines that have no identity, and which of them each line of the sides became.</summary>
internal sealed class PlainLines
{
    private readonly MergeDocument[] sides;

    /// <summary>For each side and element the merged piece; -1 for what has an identity or is gone.</summary>
    private readonly int[][] becomes;

    public PlainLines(MergeDocument[] sides)
    {
        this.sides = sides;
        becomes = [.. sides.Select(side => new int[side.Elements.Length])];
        foreach (var side in becomes)
        {
            Array.Fill(side, -1);
        }

        var positions = sides.Select(Positions).ToArray();
        var lines = sides.Zip(positions, (side, at) => at.ConvertAll(index => side.Elements[index].Lines[0])).ToArray();
        foreach (var stretch in LineMerge.Of(lines[0], lines[1], lines[2]))
        {
            Add(stretch, positions);
        }
    }

    public List<MergedPiece> Pieces { get; } = [];

    /// <summary>The positions of the elements without identity.</summary>
    public static List<int> Positions(MergeDocument side) =>
        [.. Enumerable.Range(0, side.Elements.Length).Where(at => side.Elements[at].Key is null)];

    /// <summary>The merged line behind which an element of a side stands; -1 at the start.</summary>
    public int Before(Side side, int element)
    {
        for (var at = element - 1; at >= 0; at--)
        {
            if (becomes[(int)side][at] is >= 0 and var piece)
            {
                return piece;
            }
        }

        return -1;
    }

    private void Add(Stretch stretch, List<int>[] positions)
    {
        if (stretch.Kind is StretchKind.Conflict)
        {
            var piece = new MergedPiece([
                new(Lines(Side.Ours, stretch.Ours, positions), Lines(Side.Theirs, stretch.Theirs, positions)),
            ]);
            Take(piece, Side.Ours, stretch.Ours, positions);
            Take(piece, Side.Theirs, stretch.Theirs, positions);
            Pieces.Add(piece);
            return;
        }

        var run = stretch.Kind is StretchKind.Theirs ? stretch.Theirs : stretch.Ours;
        var from = stretch.Kind is StretchKind.Theirs ? Side.Theirs : Side.Ours;
        for (var at = 0; at < run.Length; at++)
        {
            var element = sides[(int)from].Elements[positions[(int)from][run.Start + at]];
            var piece = new MergedPiece([new(element.Lines)]);
            Take(piece, from, new Run(run.Start + at, run.Start + at + 1), positions);
            if (stretch.Kind is StretchKind.Unchanged or StretchKind.Both)
            {
                Take(piece, Side.Theirs, new Run(stretch.Theirs.Start + at, stretch.Theirs.Start + at + 1), positions);
            }

            if (stretch.Kind is StretchKind.Unchanged)
            {
                Take(piece, Side.Ancestor, stretch.Base, positions);
            }

            Pieces.Add(piece);
        }
    }

    private void Take(MergedPiece piece, Side side, Run run, List<int>[] positions)
    {
        if (run.Length == 0)
        {
            return;
        }

        var at = positions[(int)side];
        piece.At(side, at[run.Start], at[run.End - 1]);
        for (var index = run.Start; index < run.End; index++)
        {
            becomes[(int)side][at[index]] = Pieces.Count;
        }
    }

    /// <summary>The lines of a run, with the blank ones between those that are neighbours.</summary>
    private string[] Lines(Side side, Run run, List<int>[] positions)
    {
        var (document, at) = (sides[(int)side], positions[(int)side]);
        var lines = new List<string>();
        for (var index = run.Start; index < run.End; index++)
        {
            if (index > run.Start && at[index] == at[index - 1] + 1)
            {
                lines.AddRange(document.Gaps[at[index]]);
            }

            lines.AddRange(document.Elements[at[index]].Lines);
        }

        return [.. lines];
    }
}
