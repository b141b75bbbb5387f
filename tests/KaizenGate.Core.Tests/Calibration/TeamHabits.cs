namespace KaizenGate.Core.Tests.Calibration;

/// <summary>What differs between teams with the same law.</summary>
/// <param name="IsTable">Whether the backlog is a table; else it has a heading for each improvement.</param>
/// <param name="WritesDates">Whether captures and completions are dated in the file too.</param>
/// <param name="MarksProgress">Whether the status shows what is in progress.</param>
/// <param name="BestOf">From how many of the highest scores one is selected; null for the oldest first.</param>
internal sealed record TeamHabits(bool IsTable, bool WritesDates, bool MarksProgress, int? BestOf)
{
    /// <summary>Half of the teams take the highest score, three of ten one of the three highest, and two of ten the oldest.</summary>
    public static TeamHabits Of(Random random) =>
        new(
            random.Next(2) == 0,
            random.Next(2) == 0,
            random.Next(2) == 0,
            random.Next(10) switch
            {
                < 5 => 1,
                < 8 => 3,
                _ => null,
            }
        );

    /// <summary>The improvement to take up next; null when none is waiting.</summary>
    public TeamItem? Choose(IEnumerable<TeamItem> items, Random random)
    {
        var waiting = items.Where(item => item.IsWaiting).ToList();
        if (waiting.Count == 0)
        {
            return null;
        }

        return BestOf is { } count
            ? waiting.OrderByDescending(item => item.Score).ElementAt(random.Next(Math.Min(count, waiting.Count)))
            : waiting[0];
    }
}
