namespace KaizenGate.Checking;

/// <summary>How many days things take.</summary>
/// <param name="Count">How many of them the figures rest on.</param>
/// <param name="Median">Half of them take no longer; null when there are none.</param>
/// <param name="Percentile85">85% of them take no longer, by linear interpolation; null when there are none.</param>
public sealed record Days(int Count, double? Median, double? Percentile85)
{
    public static Days None { get; } = new(0, null, null);
}
