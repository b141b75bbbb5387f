using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>The effort table: 2 hours are an effort of 2, 3 hours a 3, a day a 5, 80 hours a 9.</summary>
internal static class EffortTable
{
    /// <summary>The most hours of the efforts 1 to 10. What takes longer than a 9 is a 10, of which a month stands for all.</summary>
    private static readonly ImmutableArray<double> MostHours = [1, 2, 3, 5, 8, 16, 24, 40, 80, 160];

    /// <summary>The effort, 1 to 10, of an estimate in hours.</summary>
    public static double EffortOf(double hours)
    {
        for (var row = 0; row < MostHours.Length; row++)
        {
            if (hours <= MostHours[row])
            {
                return row + 1;
            }
        }

        return MostHours.Length;
    }

    /// <summary>The hours to reckon with for an effort: the most that its row holds, so that a plan does not promise too much. Null off the scale of 1 to 10.</summary>
    public static double? HoursOf(double effort) =>
        effort is >= 1 and <= 10 ? MostHours[(int)Math.Ceiling(effort) - 1] : null;
}
