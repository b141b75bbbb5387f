namespace KaizenGate.Core.History;

/// <summary>The day of an event: the date in the file if that is plausible, else the day of the commit.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWritten">Whether it comes from the file.</param>
internal readonly record struct WrittenDay(DateOnly Date, bool IsWritten)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <param name="written">The date in the file; null for none.</param>
    /// <param name="notBefore">The earliest possible day; null when unknown.</param>
    /// <param name="commit">The day of the commit in UTC. A written date may be one day later, because of time zones.</param>
    public static WrittenDay Of(DateOnly? written, DateOnly? notBefore, DateOnly commit)
    {
        var isPlausible =
            written >= Earliest && !(written < notBefore) && written.Value.DayNumber <= commit.DayNumber + 1;
        return isPlausible && written <= commit ? new(written!.Value, true) : new(commit, isPlausible);
    }
}
