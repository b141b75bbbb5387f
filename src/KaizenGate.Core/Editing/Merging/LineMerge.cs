namespace KaizenGate.Core.Editing.Merging;

/// <summary>What became of a stretch of three texts.</summary>
internal enum StretchKind
{
    /// <summary>Nobody changed it.</summary>
    Unchanged,

    /// <summary>Ours alone changed it.</summary>
    Ours,

    /// <summary>Theirs alone changed it.</summary>
    Theirs,

    /// <summary>Both did, in the same way.</summary>
    Both,

    /// <summary>Both did, differently.</summary>
    Conflict,
}

/// <summary>A run of lines, by position; may be empty.</summary>
internal readonly record struct Run(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>A stretch of three texts: where it stands in each.</summary>
internal readonly record struct Stretch(StretchKind Kind, Run Base, Run Ours, Run Theirs);

/// <summary>Merges two changed texts with the one they come from, line by line, as diff3 does: changes that touch each other are in conflict.</summary>
internal static class LineMerge
{
    /// <summary>The stretches in order; together they cover all three texts.</summary>
    public static IEnumerable<Stretch> Of(
        IReadOnlyList<string> ancestor,
        IReadOnlyList<string> ours,
        IReadOnlyList<string> theirs
    )
    {
        var toOurs = LineMatch.Of(ancestor, ours);
        var toTheirs = LineMatch.Of(ancestor, theirs);
        var (at, our, their) = (0, 0, 0);
        for (var next = 0; next <= ancestor.Count; next++)
        {
            var isEnd = next == ancestor.Count;
            if (!isEnd && (toOurs[next] < 0 || toTheirs[next] < 0))
            {
                continue;
            }

            var (ourNext, theirNext) = isEnd ? (ours.Count, theirs.Count) : (toOurs[next], toTheirs[next]);
            foreach (
                var stretch in Changed(
                    ancestor,
                    new Run(at, next),
                    ours,
                    new Run(our, ourNext),
                    theirs,
                    new Run(their, theirNext)
                )
            )
            {
                yield return stretch;
            }

            if (!isEnd)
            {
                yield return new Stretch(
                    StretchKind.Unchanged,
                    new Run(next, next + 1),
                    new Run(ourNext, ourNext + 1),
                    new Run(theirNext, theirNext + 1)
                );
                (at, our, their) = (next + 1, ourNext + 1, theirNext + 1);
            }
        }
    }

    private static IEnumerable<Stretch> Changed(
        IReadOnlyList<string> ancestor,
        Run old,
        IReadOnlyList<string> ours,
        Run our,
        IReadOnlyList<string> theirs,
        Run their
    )
    {
        if (old.Length + our.Length + their.Length == 0)
        {
            return [];
        }

        if (Same(ours, our, theirs, their))
        {
            return [new Stretch(StretchKind.Both, old, our, their)];
        }

        if (Same(ancestor, old, theirs, their))
        {
            return [new Stretch(StretchKind.Ours, old, our, their)];
        }

        return Same(ancestor, old, ours, our)
            ? [new Stretch(StretchKind.Theirs, old, our, their)]
            : Narrowed(old, ours, our, theirs, their);
    }

    /// <summary>Takes out of a conflict what both sides have in common.</summary>
    private static IEnumerable<Stretch> Narrowed(
        Run old,
        IReadOnlyList<string> ours,
        Run our,
        IReadOnlyList<string> theirs,
        Run their
    )
    {
        var ourLines = Lines(ours, our);
        var matches = LineMatch.Of(ourLines, Lines(theirs, their));
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
                yield return new Stretch(StretchKind.Conflict, old, new Run(from, to), new Run(theirFrom, theirTo));
            }

            if (!isEnd)
            {
                yield return new Stretch(
                    StretchKind.Both,
                    new Run(old.End, old.End),
                    new Run(to, to + 1),
                    new Run(theirTo, theirTo + 1)
                );
                (from, theirFrom) = (to + 1, theirTo + 1);
            }
        }
    }

    private static string[] Lines(IReadOnlyList<string> lines, Run run)
    {
        var some = new string[run.Length];
        for (var at = 0; at < some.Length; at++)
        {
            some[at] = lines[run.Start + at];
        }

        return some;
    }

    private static bool Same(IReadOnlyList<string> one, Run run, IReadOnlyList<string> other, Run otherRun)
    {
        if (run.Length != otherRun.Length)
        {
            return false;
        }

        for (var at = 0; at < run.Length; at++)
        {
            if (one[run.Start + at] != other[otherRun.Start + at])
            {
                return false;
            }
        }

        return true;
    }
}
