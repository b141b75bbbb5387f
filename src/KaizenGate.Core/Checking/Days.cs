namespace KaizenGate.Core.Checking;

/// <summary>A distribution of days.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Median">The median; null without samples.</param>
/// <param name="Percentile85">The 85th percentile by linear interpolation; null without samples.</param>
internal sealed record Days(int Count, double? Median, double? Percentile85)
{
    public static Days None { get; } = new(0, null, null);
}
