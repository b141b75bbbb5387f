namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The name of a line, on the right of the plot.</summary>
/// <param name="Series">The CSS class of its colour.</param>
/// <param name="At">The end of the line, in pixels from the top.</param>
/// <param name="Lines">One or two lines.</param>
internal sealed record SideName(string Series, double At, string[] Lines)
{
    /// <summary>In pixels.</summary>
    public const int LineHeight = 14;

    private double Height => Lines.Length * LineHeight;

    /// <summary>Returns the top of each name, so that none overlap and all stay within the height if possible.</summary>
    public static ImmutableArray<(SideName Name, double Top)> Spread(IEnumerable<SideName> names, double height)
    {
        var sorted = names.OrderBy(name => name.At).ToImmutableArray();
        var tops = sorted.Select(name => name.At - (name.Height / 2)).ToArray();
        for (var i = 1; i < tops.Length; i++)
        {
            tops[i] = Math.Max(tops[i], tops[i - 1] + sorted[i - 1].Height);
        }

        // Names beyond the bottom push the others up.
        for (var i = tops.Length - 1; i >= 0; i--)
        {
            var bottom = i == tops.Length - 1 ? height + (LineHeight / 2) : tops[i + 1];
            tops[i] = Math.Min(tops[i], bottom - sorted[i].Height);
        }

        return [.. sorted.Zip(tops)];
    }
}
