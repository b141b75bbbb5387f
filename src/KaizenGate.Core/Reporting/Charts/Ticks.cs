namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The ticks of an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Values">Ascending; the first and the last enclose all values.</param>
/// <param name="Step">The distance between two ticks.</param>
internal sealed record Ticks(ImmutableArray<double> Values, double Step)
{
    public double Min => Values[0];

    public double Max => Values[^1];

    /// <summary>Returns ticks from 0 to at least a maximum; see <see cref="Between"/>. A maximum of 0 or less counts as 1.</summary>
    public static Ticks FromZero(double max, int about = 4, bool whole = false) =>
        Between(0, max > 0 ? max : 1, about, whole);

    /// <summary>Returns ticks that enclose two values.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value; if it is not above the least, the range is extended on both sides.</param>
    /// <param name="about">The wanted number of steps.</param>
    /// <param name="whole">Whether the step is at least 1, as for counts.</param>
    public static Ticks Between(double min, double max, int about = 4, bool whole = false)
    {
        if (max <= min)
        {
            var room = min == 0 ? 1 : Math.Abs(min) / 10;
            (min, max) = (min - room, min + room);
        }

        var step = StepOf((max - min) / about);
        step = whole ? Math.Max(1, step) : step;
        var first = Math.Floor((min / step) + 1e-9);
        var last = Math.Ceiling((max / step) - 1e-9);
        // Multiplying and rounding yields 0.3, where adding would yield 0.30000000000000004.
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

/// <summary>Numbers with few digits.</summary>
internal static class PlotNumber
{
    /// <summary>The label of a tick: as many decimals as the step has; thousands as k, millions as M.</summary>
    public static string Tick(double value, double step) =>
        Math.Abs(value) >= 1e6 ? $"{value / 1e6:0.##}M"
        : Math.Abs(value) >= 1e4 ? $"{value / 1e3:0.##}k"
        : step >= 1 ? $"{value:#,0}"
        : $"{value:0.######}";

    /// <summary>Three significant digits, with commas between thousands.</summary>
    public static string Short(double value) =>
        Math.Abs(value) switch
        {
            >= 99.5 => $"{value:#,0}",
            >= 9.95 => $"{value:0.#}",
            >= 0.095 or 0 => $"{value:0.##}",
            _ => $"{value:0.####}",
        };

    /// <summary>The same; a dash when unknown.</summary>
    public static string OrDash(double? value) => value is { } number && double.IsFinite(number) ? Short(number) : "–";
}
