namespace KaizenGate.Core.Backlogs;

/// <summary>What the file says about itself.</summary>
internal sealed record Metadata
{
    public Written<DateOnly>? LastUpdated { get; init; }
    public Written<int>? TotalItems { get; init; }

    /// <summary>Percentage, 0 to 100 when sane; as written.</summary>
    public Written<double>? ExecutionRate { get; init; }

    /// <summary>The counts behind the rate, "(104 completed / 156 total)", or null.</summary>
    public Written<int>? Completed { get; init; }

    /// <summary>The total that the rate names; null when it names none.</summary>
    public Written<int>? RateTotal { get; init; }
}
