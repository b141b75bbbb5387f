namespace KaizenGate.Core.Editing.Merging;

/// <summary>The merged lines without identity, and which of them each line of the sides became.</summary>
internal sealed class PlainLines
{
    private readonly ThreeWay<MergeDocument> sides;

    /// <summary>For each side and element the index of its merged piece; -1 for an element with a key or a deleted line.</summary>
    private readonly ThreeWay<int[]> becomes;

    public PlainLines(ThreeWay<MergeDocument> sides)
    {
        this.sides = sides;
        becomes = sides.Select(side => Enumerable.Repeat(-1, side.Elements.Count).ToArray());
        foreach (var stretch in LineMerge.Of(sides.Select(side => side.PlainLines)))
        {
            Add(stretch);
        }
    }

    public List<MergedPiece> Pieces { get; } = [];

    /// <summary>Returns how many merged lines come before an element of a side: those up to the nearest line that is left.</summary>
    public int Before(Side side, int element)
    {
        var last = becomes[side].AsSpan(0, element).LastIndexOfAnyExcept(-1);
        return last < 0 ? 0 : becomes[side][last] + 1;
    }

    private void Add((ThreeWay<Run> Runs, bool IsConflict) stretch)
    {
        var runs = stretch.Runs;
        if (stretch.IsConflict)
        {
            Add(new MergedPiece([new(Lines(sides.Ours, runs.Ours), Lines(sides.Theirs, runs.Theirs))]), runs);
            return;
        }

        var (lines, run) = runs.Ours.Length > 0 ? (sides.Ours, runs.Ours) : (sides.Theirs, runs.Theirs);
        for (var at = 0; at < run.Length; at++)
        {
            Add(
                new MergedPiece([new(lines.Elements[lines.Plain[run.Start + at]].Lines)]),
                runs.Select(one => one.Length > 0 ? Run.Line(one.Start + at) : default)
            );
        }
    }

    private void Add(MergedPiece piece, ThreeWay<Run> runs)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            var elements = sides[side].Plain.AsSpan(runs[side].Start, runs[side].Length);
            if (!elements.IsEmpty)
            {
                piece[side] = new Run(elements[0], elements[^1] + 1);
            }

            foreach (var element in elements)
            {
                becomes[side][element] = Pieces.Count;
            }
        }

        Pieces.Add(piece);
    }

    /// <summary>Returns the lines of a run, with the blank lines between neighbors.</summary>
    private static string[] Lines(MergeDocument side, Run run)
    {
        var lines = new List<string>();
        for (var index = run.Start; index < run.End; index++)
        {
            var element = side.Plain[index];
            if (index > run.Start && element == side.Plain[index - 1] + 1)
            {
                lines.AddRange(side.Gaps[element]);
            }

            lines.AddRange(side.Elements[element].Lines);
        }

        return [.. lines];
    }
}
