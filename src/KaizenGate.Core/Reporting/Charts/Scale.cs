namespace KaizenGate.Core.Reporting.Charts;

/// <summary>Maps values to places in proportion.</summary>
/// <param name="Least">The value at <paramref name="Start"/>.</param>
/// <param name="Most">The value at <paramref name="End"/>; may equal the least, then everything lies in the middle.</param>
/// <param name="Start">The place of the least value.</param>
/// <param name="End">The place of the greatest value; may lie before the start, as heights on a screen do.</param>
internal readonly record struct Scale(double Least, double Most, double Start, double End)
{
    /// <summary>Across a plot, in percent of its width.</summary>
    public static Scale Across(double least, double most) => new(least, most, 0, 100);

    /// <summary>Up a plot, in pixels from its top.</summary>
    public static Scale Up(double least, double most, double height) => new(least, most, height, 0);

    public double At(double value) =>
        Most == Least ? (Start + End) / 2 : Start + ((value - Least) / (Most - Least) * (End - Start));
}
