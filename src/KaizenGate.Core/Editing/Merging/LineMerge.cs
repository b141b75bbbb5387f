namespace KaizenGate.Core.Editing.Merging;

/// <summary>A run of lines by index; may be empty.</summary>
internal readonly record struct Run(int Start, int End)
{
    public int Length => End - Start;

    public static Run Line(int index) => new(index, index + 1);

    public ReadOnlySpan<string> In(string[] lines) => lines.AsSpan(Start, Length);
}

/// <summary>Merges line by line as diff3 does: changes that touch each other conflict.</summary>
internal static class LineMerge
{
    /// <summary>
    /// Returns the lines of each side that become the same merged lines; empty for a side whose lines are not used. They have the same length if
    /// not empty and not in conflict, which means that both sides changed them differently.
    /// </summary>
    public static IEnumerable<(ThreeWay<Run> Runs, bool IsConflict)> Of(ThreeWay<string[]> lines)
    {
        var (ancestor, ours, theirs) = lines;
        var (toOurs, toTheirs) = (LineMatch.Of(ancestor, ours), LineMatch.Of(ancestor, theirs));
        var (was, our, their) = (0, 0, 0);
        for (var next = 0; next <= ancestor.Length; next++)
        {
            var isEnd = next == ancestor.Length;
            if (!isEnd && (toOurs[next] < 0 || toTheirs[next] < 0))
            {
                continue;
            }

            var (ourNext, theirNext) = isEnd ? (ours.Length, theirs.Length) : (toOurs[next], toTheirs[next]);
            var changed = new ThreeWay<Run>(new(was, next), new(our, ourNext), new(their, theirNext));
            foreach (var stretch in Changed(lines, changed))
            {
                yield return stretch;
            }

            if (!isEnd)
            {
                yield return (new(Run.Line(next), Run.Line(ourNext), Run.Line(theirNext)), false);
                (was, our, their) = (next + 1, ourNext + 1, theirNext + 1);
            }
        }
    }

    private static IEnumerable<(ThreeWay<Run> Runs, bool IsConflict)> Changed(
        ThreeWay<string[]> lines,
        ThreeWay<Run> runs
    )
    {
        var was = runs.Ancestor.In(lines.Ancestor);
        var our = runs.Ours.In(lines.Ours);
        var their = runs.Theirs.In(lines.Theirs);
        return our.SequenceEqual(their) ? [(new(default, runs.Ours, runs.Theirs), false)]
            : was.SequenceEqual(their) ? [(new(default, runs.Ours, default), false)]
            : was.SequenceEqual(our) ? [(new(default, default, runs.Theirs), false)]
            : Narrowed(runs.Ours, runs.Theirs, LineMatch.Of(our, their));
    }

    /// <summary>Excludes the lines that both sides share from a conflict.</summary>
    private static IEnumerable<(ThreeWay<Run> Runs, bool IsConflict)> Narrowed(Run our, Run their, int[] matches)
    {
        var (from, theirFrom) = (our.Start, their.Start);
        for (var at = 0; at <= matches.Length; at++)
        {
            var isEnd = at == matches.Length;
            if (!isEnd && matches[at] < 0)
            {
                continue;
            }

            var (to, theirTo) = (our.Start + at, isEnd ? their.End : their.Start + matches[at]);
            if (to > from || theirTo > theirFrom)
            {
                yield return (new(default, new(from, to), new(theirFrom, theirTo)), true);
            }

            if (!isEnd)
            {
                yield return (new(default, Run.Line(to), Run.Line(theirTo)), false);
                (from, theirFrom) = (to + 1, theirTo + 1);
            }
        }
    }
}
