using System.Collections.Immutable;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The name of a line, beside it.</summary>
/// <param name="Series">Its colour.</param>
/// <param name="At">The height of what it names, in pixels from the top.</param>
/// <param name="Lines">One or two lines.</param>
internal sealed record SideName(string Series, double At, string[] Lines)
{
    /// <summary>In pixels.</summary>
    public const int LineHeight = 14;

    private double Tall => Lines.Length * LineHeight;

    /// <summary>Where each begins, so that none lies upon another and all stay within the height where they can.</summary>
    public static ImmutableArray<(SideName Name, double Top)> Spread(IEnumerable<SideName> names, double height)
    {
        var sorted = names.OrderBy(name => name.At).ToImmutableArray();
        var tops = sorted.Select(name => name.At - (name.Tall / 2)).ToArray();
        for (var i = 1; i < tops.Length; i++)
        {
            tops[i] = Math.Max(tops[i], tops[i - 1] + sorted[i - 1].Tall);
        }

        // What was pushed out at the bottom pushes back.
        for (var i = tops.Length - 1; i >= 0; i--)
        {
            var bottom = i == tops.Length - 1 ? height + (LineHeight / 2) : tops[i + 1];
            tops[i] = Math.Min(tops[i], bottom - sorted[i].Tall);
        }

        return [.. sorted.Zip(tops)];
    }
}
