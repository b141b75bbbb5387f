namespace KaizenGate.Core.Reporting.Charts;

/// <summary>Numbers with as few digits as tell them apart.</summary>
internal static class PlotNumber
{
    /// <summary>The label of an axis mark: as many decimals as its step has; thousands as k, millions as M.</summary>
    public static string Tick(double value, double step) =>
        Math.Abs(value) >= 1e6 ? $"{value / 1e6:0.##}M"
        : Math.Abs(value) >= 1e4 ? $"{value / 1e3:0.##}k"
        : step >= 1 ? $"{value:#,0}"
        : $"{value:0.######}";

    /// <summary>Three significant digits, thousands parted by commas.</summary>
    public static string Short(double value) =>
        Math.Abs(value) switch
        {
            >= 99.5 => $"{value:#,0}",
            >= 9.95 => $"{value:0.#}",
            >= 0.095 or 0 => $"{value:0.##}",
            _ => $"{value:0.####}",
        };

    /// <summary>The same; a dash for what is not known.</summary>
    public static string OrDash(double? value) => value is { } number && double.IsFinite(number) ? Short(number) : "–";
}
