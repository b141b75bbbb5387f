namespace KaizenGate.Planning;

/// <summary>A load in whole numbers, so that sums are exact and equal sums are equal.</summary>
/// <param name="Position">Its position among the loads.</param>
/// <param name="Weight">What it costs, in units of time.</param>
/// <param name="Value">What it brings: the score, and far below it the minutes that it leaves to others. More than 0.</param>
internal readonly record struct Worth(int Position, int Weight, long Value)
{
    /// <summary>Scores count to this fraction of a point.</summary>
    private const double Finest = 1e6;

    /// <summary>Half of what a number holds, so that no sum overflows.</summary>
    private const double Most = long.MaxValue / 2d;

    /// <summary>The loads that fit into a capacity and bring anything.</summary>
    /// <param name="loads">The loads.</param>
    /// <param name="capacity">The capacity in minutes.</param>
    public static List<Worth> Of(ReadOnlySpan<Load> loads, int capacity)
    {
        // No selection takes more minutes than the capacity, so no saving of minutes outweighs one step of score.
        var step = capacity + 1L;
        var scale = Scale(loads, step);
        var worths = new List<Worth>();
        for (var position = 0; position < loads.Length; position++)
        {
            var load = loads[position];
            var value = load is { Score: > 0 } && load.Minutes <= capacity ? ValueOf(load, scale, step) : 0;
            if (value > 0)
            {
                worths.Add(new Worth(position, load.Minutes, value));
            }
        }

        return worths;
    }

    private static long ValueOf(Load load, double scale, long step) =>
        ((long)Math.Round(load.Score * scale) * step) - load.Minutes;

    /// <summary>As fine as the sum of all scores allows.</summary>
    private static double Scale(ReadOnlySpan<Load> loads, long step)
    {
        var sum = 0d;
        foreach (var load in loads)
        {
            sum += Math.Max(0, load.Score);
        }

        var scale = Finest;
        while (sum * scale * step > Most)
        {
            scale /= 10;
        }

        return scale;
    }
}
