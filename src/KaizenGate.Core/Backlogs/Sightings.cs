namespace KaizenGate.Core.Backlogs;

/// <summary>The sightings of an improvement, each once, in the order of the file. Two are equal if they have the same sightings.</summary>
/// <param name="all">At least one.</param>
internal sealed class Sightings(ImmutableArray<Sighting> all) : IEquatable<Sightings>
{
    public ImmutableArray<Sighting> All => all;

    public bool Equals(Sightings? other) => other is not null && all.SequenceEqual(other.All);

    public override bool Equals(object? obj) => Equals(obj as Sightings);

    public override int GetHashCode() => all.Aggregate(all.Length, HashCode.Combine);

    /// <summary>Returns them as an edit writes them: <c>2026-11-12 (run 412 failed), 2026-11-20</c>.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            all.Select(one => one.Evidence is { } text ? $"{one.Day:yyyy-MM-dd} ({text})" : $"{one.Day:yyyy-MM-dd}")
        );
}
