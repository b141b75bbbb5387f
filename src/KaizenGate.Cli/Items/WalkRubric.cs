using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Items;

/// <summary>What the numbers mean.</summary>
internal static class WalkRubric
{
    /// <summary>The impact on a scale of 10, the highest first.</summary>
    private static readonly (int Low, int High, string Meaning)[] Impacts =
    [
        (9, 10, "ends failures that users see, or saves everyone hours each week"),
        (7, 8, "saves the team hours each week, or one of everyone's daily waits"),
        (5, 6, "saves some people an hour each week"),
        (3, 4, "saves minutes, or makes mistakes rarer"),
        (1, 2, "hardly noticed by anyone"),
    ];

    /// <summary>Prints it for the scale of a backlog.</summary>
    public static void Write(Host host, Scoring scoring)
    {
        var unit = 10 / scoring.Scale;
        foreach (var (low, high, meaning) in Impacts)
        {
            host.ErrorText.WriteLine($"  impact {Range((low + unit - 1) / unit, high / unit), -5}  {meaning}");
        }

        for (var effort = 1; effort <= scoring.Scale; effort++)
        {
            var written = scoring.EffortIsEase ? scoring.Scale + 1 - effort : effort;
            var hours = EffortTable.HoursOf(effort * unit);
            host.ErrorText.WriteLine(
                $"  effort {written, -5}  {(effort == scoring.Scale ? "more" : $"up to {hours:0} h")}"
            );
        }
    }

    private static string Range(int low, int high) => low == high ? $"{low}" : $"{low}-{high}";
}
