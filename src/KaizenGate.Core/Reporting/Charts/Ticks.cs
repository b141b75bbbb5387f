using System.Collections.Immutable;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>Values at which an axis is marked: multiples of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Values">Ascending; the first and the last enclose all values of the axis.</param>
/// <param name="Step">The distance between two.</param>
internal sealed record Ticks(ImmutableArray<double> Values, double Step)
{
    public double Least => Values[0];

    public double Most => Values[^1];

    /// <summary>Marks that enclose all values, zero among them.</summary>
    /// <param name="most">The greatest value; what is not above zero counts as 1.</param>
    /// <param name="about">How many steps are wished for.</param>
    /// <param name="whole">Whether a step below 1 makes no sense, as for counts.</param>
    public static Ticks FromZero(double most, int about = 4, bool whole = false) =>
        Between(0, most > 0 ? most : 1, about, whole);

    /// <summary>Marks that enclose two values.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest; where it is not above the least, room is made on both sides.</param>
    /// <param name="about">How many steps are wished for.</param>
    /// <param name="whole">Whether a step below 1 makes no sense.</param>
    public static Ticks Between(double least, double most, int about = 4, bool whole = false)
    {
        if (most <= least)
        {
            var room = least == 0 ? 1 : Math.Abs(least) / 10;
            (least, most) = (least - room, least + room);
        }

        var step = StepOf((most - least) / about);
        step = whole ? Math.Max(1, step) : step;
        var first = Math.Floor((least / step) + 1e-9);
        var last = Math.Ceiling((most / step) - 1e-9);
        // Multiplied, not added up, and rounded far below the step: 0.3 is 0.3 and not 0.30000000000000004.
        return new([.. Enumerable.Range(0, (int)(last - first) + 1).Select(at => Rounded((first + at) * step))], step);
    }

    private static double StepOf(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var factor = rough / power;
        return power
            * (
                factor <= 1.0000001 ? 1
                : factor <= 2.0000001 ? 2
                : factor <= 5.0000001 ? 5
                : 10
            );
    }

    private static double Rounded(double value) => Math.Abs(value) is > 1e-6 and < 1e6 ? Math.Round(value, 9) : value;
}
