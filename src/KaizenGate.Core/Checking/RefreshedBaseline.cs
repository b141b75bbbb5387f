using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Checking;

/// <summary>An updated baseline.</summary>
/// <param name="Baseline">The baseline now.</param>
/// <param name="Before">The baseline before; null when there was none.</param>
internal sealed record RefreshedBaseline(Baseline Baseline, Baseline? Before)
{
    /// <summary>The number of new entries.</summary>
    public required int Added { get; init; }

    /// <summary>The number of entries that remain.</summary>
    public required int Kept { get; init; }

    /// <summary>The number of removed entries.</summary>
    public required int Removed { get; init; }

    /// <summary>The number of remaining entries that have expired, which have no effect.</summary>
    public required int Expired { get; init; }

    /// <summary>Whether its entries differ from before; order and formatting do not count.</summary>
    public bool HasChanged =>
        Before is null
            ? !Baseline.Entries.IsEmpty
            : !BaselineRefresh
                .Sorted(Before.Entries.Select(entry => entry with { Span = SourceSpan.FileStart }))
                .SequenceEqual(Baseline.Entries);
}
