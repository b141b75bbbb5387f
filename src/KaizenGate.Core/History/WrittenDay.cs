namespace KaizenGate.Core.History;

/// <summary>The day of an event by a date in the file, where that is plausible, else by the commit that shows it.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWritten">Whether the date in the file tells it.</param>
internal readonly record struct WrittenDay(DateOnly Date, bool IsWritten)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <param name="written">The date in the file; null for none.</param>
    /// <param name="notBefore">The day before which it cannot have happened; null when nothing tells.</param>
    /// <param name="commit">The day of the commit. Where it is still yesterday in UTC, people may write tomorrow.</param>
    public static WrittenDay Of(DateOnly? written, DateOnly? notBefore, DateOnly commit)
    {
        var isPlausible =
            written >= Earliest && !(written < notBefore) && written.Value.DayNumber <= commit.DayNumber + 1;
        return isPlausible && written <= commit ? new(written!.Value, true) : new(commit, isPlausible);
    }
}
