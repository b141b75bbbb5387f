namespace KaizenGate.Core.History;

/// <summary>Days in UTC, so that all machines agree on them.</summary>
internal static class UtcDay
{
    /// <summary>The day of a moment.</summary>
    /// <param name="seconds">Since 1970; what no calendar knows becomes its first or last day.</param>
    public static DateOnly Of(long seconds) =>
        DateOnly.FromDateTime(
            DateTime.UnixEpoch.AddSeconds(
                Math.Clamp(
                    seconds,
                    (DateTime.MinValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond,
                    (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond
                )
            )
        );
}
