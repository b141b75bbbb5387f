namespace KaizenGate.Core.Backlogs;

/// <summary>The hours that an improvement has saved, for every rule and report.</summary>
internal static class TimeSaved
{
    /// <summary>
    /// Returns the hours saved some days after the completion: the written total from the first day on, or the pace × the weeks since
    /// then, so that day 0 has saved nothing. Null when no time saved is written.
    /// </summary>
    public static double? After(Improvement item, int days) =>
        item.HoursSaved?.Value ?? (item.SavedPerWeek?.Value * Math.Max(0, days) / 7);
}
