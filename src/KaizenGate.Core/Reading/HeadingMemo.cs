namespace KaizenGate.Reading;

/// <summary>
/// Takes improvements over from the text before, where the same section stands below the same headings; they are moved to their new places.
/// Those that could not be read in full are read again, so that their problems are told again.
/// </summary>
/// <param name="before">The headings of the text before.</param>
/// <param name="lines">The lines of the text that is read.</param>
/// <param name="problems">What could not be read.</param>
internal sealed class HeadingMemo(
    IReadOnlyDictionary<HeadingNode, KnownHeading> before,
    LineMap lines,
    Problems problems
)
{
    private readonly Dictionary<HeadingNode, KnownHeading> now = new(ReferenceEqualityComparer.Instance);

    /// <summary>The headings of the text that is read.</summary>
    public IReadOnlyDictionary<HeadingNode, KnownHeading> Now => now;

    /// <summary>The improvement that a heading is, taken over or read.</summary>
    public FoundItem[] Read(Scope scope, Surroundings around, bool effortsAreSizes, Func<FoundItem[]> read)
    {
        if (!scope.Children.IsEmpty)
        {
            return read();
        }

        var section = scope.Section!;
        var line = lines.Span(section.Offset, 0).Line;
        if (
            before.TryGetValue(scope.Heading!, out var known)
            && known.EffortsAreSizes == effortsAreSizes
            && MovedImprovement.Of(known, section, line, around) is { } moved
        )
        {
            now[scope.Heading!] = new KnownHeading(section, line, around, effortsAreSizes, moved);
            return [new FoundItem(moved)];
        }

        var earlier = problems.Count;
        var found = read();
        if (found is [var one] && problems.Count == earlier)
        {
            now[scope.Heading!] = new KnownHeading(section, line, around, effortsAreSizes, one.Item);
        }

        return found;
    }
}
