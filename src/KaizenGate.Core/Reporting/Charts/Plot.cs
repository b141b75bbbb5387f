using System.Text;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>
/// The area between the axes of a chart. Widths are percentages and heights are pixels, so that a chart fits any page width
/// while its text and points keep their size. A path cannot use percentages, so lines are in a separate stretched drawing.
/// </summary>
internal sealed class Plot
{
    /// <summary>Units per percent in the stretched drawing.</summary>
    private const int Stretched = 10;

    private readonly List<SideName> sideNames = [];
    private readonly Markup back = new();
    private readonly Markup lines = new();
    private readonly Markup front = new();

    public Plot(Scale x, Scale y) => (X, Y) = (x, y);

    /// <summary>Creates a plot with a time axis and horizontal grid lines.</summary>
    public static Plot OverTime(
        DateOnly first,
        DateOnly last,
        Ticks ticks,
        double height,
        Func<double, string>? label = null
    )
    {
        var plot = new Plot(Scale.Across(first.DayNumber, last.DayNumber), Scale.Up(ticks.Min, ticks.Max, height));
        plot.Grid(ticks, label);
        plot.Days(first, last);
        return plot;
    }

    public Scale X { get; }

    public Scale Y { get; }

    public double Height => Math.Max(Y.Start, Y.End);

    /// <summary>Draws horizontal grid lines, labelled on the left.</summary>
    public void Grid(Ticks ticks, Func<double, string>? label = null)
    {
        foreach (var value in ticks.Values)
        {
            var at = Y.At(value);
            back.Add(
                $"<line class=\"{(value == 0 ? "base" : "grid")}\" x1=\"0\" x2=\"100%\" y1=\"{at}\" y2=\"{at}\"/>"
            );
            back.Add(
                $"<text class=\"tick\" x=\"-8\" y=\"{at + 4}\" text-anchor=\"end\">{label?.Invoke(value) ?? PlotNumber.Tick(value, ticks.Step)}</text>"
            );
        }
    }

    /// <summary>Draws the time axis; narrow screens hide every second tick.</summary>
    public void Days(DateOnly first, DateOnly last, int most = 6)
    {
        var ticks = DayTicks.Of(first, last, most);
        for (var i = 0; i < ticks.Length; i++)
        {
            Below(ticks[i].Day.DayNumber, ticks[i].Label, i % 2 == 1 && ticks.Length > 4);
        }
    }

    /// <summary>Draws vertical grid lines at the ticks of the time axis.</summary>
    public void Lanes(DateOnly first, DateOnly last, int most = 6)
    {
        foreach (var tick in DayTicks.Of(first, last, most))
        {
            var at = X.At(tick.Day.DayNumber);
            back.Add($"<line class=\"grid\" x1=\"{at}%\" x2=\"{at}%\" y1=\"0\" y2=\"{Height}\"/>");
        }
    }

    /// <summary>Draws a tick below the plot.</summary>
    public void Below(double value, string label, bool isOptional = false)
    {
        var at = X.At(value);
        var rare = isOptional ? " rare" : "";
        back.Add($"<line class=\"base{rare}\" x1=\"{at}%\" x2=\"{at}%\" y1=\"{Height}\" y2=\"{Height + 5}\"/>");
        back.Add(
            $"<text class=\"tick{rare}\" x=\"{at}%\" y=\"{Height + 19}\" text-anchor=\"{Anchor(at)}\">{label}</text>"
        );
    }

    public void Line(string series, IEnumerable<(double X, double Y)> points) =>
        lines.Add($"<path class=\"line {series}\" d=\"{Path(points)}\"/>");

    /// <summary>Fills the area between two lines.</summary>
    public void Band(string series, IReadOnlyList<(double X, double Low, double High)> points)
    {
        var outline = points.Select(point => (point.X, point.High)).Concat(points.Reverse().Select(p => (p.X, p.Low)));
        lines.Add($"<path class=\"band {series}\" d=\"{Path(outline)}Z\"/>");
    }

    public void Bar(string series, (double From, double To) x, (double From, double To) y, string tooltip)
    {
        var (left, right) = (X.At(x.From), X.At(x.To));
        var (top, bottom) = (Math.Min(Y.At(y.From), Y.At(y.To)), Math.Max(Y.At(y.From), Y.At(y.To)));
        back.Add(
            $"<rect class=\"bar {series}\" x=\"{left}%\" width=\"{right - left}%\" y=\"{top}\" height=\"{bottom - top}\"><title>{tooltip}</title></rect>"
        );
    }

    /// <summary>Draws a point with a tooltip.</summary>
    public void Point(string series, Mark mark, double x, double y, string tooltip)
    {
        var (across, down) = (X.At(x), Y.At(y));
        _ = mark switch
        {
            // A path in a drawing of its own, because a path cannot use percentages.
            Mark.Diamond => front.Add(
                $"<svg class=\"at\" x=\"{across}%\" y=\"{down}\"><path class=\"point {series}\" d=\"M0-6.5 6.5 0 0 6.5-6.5 0Z\"><title>{tooltip}</title></path></svg>"
            ),
            Mark.Ring => front.Add(
                $"<circle class=\"ring {series}\" cx=\"{across}%\" cy=\"{down}\" r=\"4\"><title>{tooltip}</title></circle>"
            ),
            _ => front.Add(
                $"<circle class=\"point {series}\" cx=\"{across}%\" cy=\"{down}\" r=\"3.5\"><title>{tooltip}</title></circle>"
            ),
        };
    }

    /// <summary>Draws a horizontal line at a value, with its name on the right.</summary>
    public void Reference(string series, double y, params string[] name)
    {
        var at = Y.At(y);
        back.Add($"<line class=\"reference {series}\" x1=\"0\" x2=\"100%\" y1=\"{at}\" y2=\"{at}\"/>");
        NextTo(series, at, name);
    }

    /// <summary>Writes one or two lines on the right of the plot, at a height in pixels or as close to it as other names allow.</summary>
    public void NextTo(string series, double at, params string[] lines) => sideNames.Add(new(series, at, lines));

    /// <summary>Writes text in the plot, some pixels above a point.</summary>
    public void Name(string series, double x, double y, string text, double up = 8, string? anchor = null)
    {
        var across = X.At(x);
        front.Add(
            $"<text class=\"name {series}\" x=\"{across}%\" y=\"{Y.At(y) - up}\" text-anchor=\"{anchor ?? Anchor(across)}\">{text}</text>"
        );
    }

    /// <summary>Other markup, drawn behind the points.</summary>
    public Markup Back => back;

    /// <summary>Other markup, drawn in front.</summary>
    public Markup Front => front;

    /// <summary>Whether it needs room on the right.</summary>
    public bool HasNames => sideNames.Count > 0;

    /// <summary>Writes the content of an <c>svg</c> element of the height of the plot.</summary>
    public void WriteTo(Markup html)
    {
        html.Add(
            $"{back}<svg class=\"stretch\" viewBox=\"0 0 {100 * Stretched} {Height}\" width=\"100%\" height=\"{Height}\" preserveAspectRatio=\"none\">{lines}</svg>{front}"
        );
        foreach (var (name, top) in SideName.Spread(sideNames, Height))
        {
            for (var i = 0; i < name.Lines.Length; i++)
            {
                html.Add(
                    $"<text class=\"name {name.Series}\" x=\"100%\" dx=\"9\" y=\"{top + 11 + (i * SideName.LineHeight)}\">{name.Lines[i]}</text>"
                );
            }
        }
    }

    private static string Anchor(double percent) =>
        percent < 6 ? "start"
        : percent > 94 ? "end"
        : "middle";

    private string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append($"{X.At(x) * Stretched:0.#} {Y.At(y):0.#}");
        }

        return path.ToString();
    }
}

/// <summary>The symbol of a point, because colour alone must not carry a meaning.</summary>
internal enum Mark
{
    Dot,
    Ring,
    Diamond,
}

/// <summary>A linear scale from values to positions.</summary>
/// <param name="Min">The value at <paramref name="Start"/>.</param>
/// <param name="Max">The value at <paramref name="End"/>; if it equals the minimum, everything is in the middle.</param>
/// <param name="Start">The position of the minimum.</param>
/// <param name="End">The position of the maximum; may be less than the start, as for heights on a screen.</param>
internal readonly record struct Scale(double Min, double Max, double Start, double End)
{
    /// <summary>Across a plot, in percent of its width.</summary>
    public static Scale Across(double min, double max) => new(min, max, 0, 100);

    /// <summary>Up a plot, in pixels from its top.</summary>
    public static Scale Up(double min, double max, double height) => new(min, max, height, 0);

    public double At(double value) =>
        Max == Min ? (Start + End) / 2 : Start + ((value - Min) / (Max - Min) * (End - Start));
}
