using KaizenGate.Backlogs;

namespace KaizenGate.Checking;

/// <summary>A baseline that was brought up to date.</summary>
/// <param name="Baseline">What it holds now.</param>
/// <param name="Before">What it held; null when there was none.</param>
public sealed record RefreshedBaseline(Baseline Baseline, Baseline? Before)
{
    /// <summary>How many entries are new.</summary>
    public required int Added { get; init; }

    /// <summary>How many entries were there before.</summary>
    public required int Kept { get; init; }

    /// <summary>How many entries were let go.</summary>
    public required int Removed { get; init; }

    /// <summary>How many of those that were kept have expired and hide nothing.</summary>
    public required int Expired { get; init; }

    /// <summary>Whether it says something else than before; the order and the look of the file do not matter.</summary>
    public bool HasChanged =>
        Before is null
            ? !Baseline.Entries.IsEmpty
            : !BaselineRefresh
                .Sorted(Before.Entries.Select(entry => entry with { Span = SourceSpan.FileStart }))
                .SequenceEqual(Baseline.Entries);
}
