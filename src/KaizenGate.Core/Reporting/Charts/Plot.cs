using System.Text;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>
/// The inside of a chart: what is drawn between the axes. Widths are percentages and heights are pixels, so that a chart
/// takes whatever width the page gives it while its words and its points keep their size. Lines know no percentages;
/// they stand in a drawing of their own that is stretched.
/// </summary>
internal sealed class Plot
{
    /// <summary>The width of the stretched drawing: ten units a percent.</summary>
    private const int Stretched = 10;

    private readonly List<SideName> beside = [];
    private readonly Markup back = new();
    private readonly Markup lines = new();
    private readonly Markup front = new();

    /// <param name="x">Across, in percent.</param>
    /// <param name="y">Up, in pixels from the top.</param>
    public Plot(Scale x, Scale y) => (X, Y) = (x, y);

    public Scale X { get; }

    public Scale Y { get; }

    public double Height => Math.Max(Y.Start, Y.End);

    /// <summary>Lines across with their values at the left.</summary>
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

    /// <summary>Marks of time below; every second one gives way where there is little room.</summary>
    public void Days(DateOnly first, DateOnly last, int most = 6)
    {
        var ticks = DayTicks.Of(first, last, most);
        for (var i = 0; i < ticks.Length; i++)
        {
            Below(ticks[i].Day.DayNumber, ticks[i].Label, i % 2 == 1 && ticks.Length > 4);
        }
    }

    /// <summary>Lines up from the marks of time, where there are none across.</summary>
    public void Lanes(DateOnly first, DateOnly last, int most = 6)
    {
        foreach (var tick in DayTicks.Of(first, last, most))
        {
            var at = X.At(tick.Day.DayNumber);
            back.Add($"<line class=\"grid\" x1=\"{at}%\" x2=\"{at}%\" y1=\"0\" y2=\"{Height}\"/>");
        }
    }

    /// <summary>A mark below.</summary>
    public void Below(double value, string label, bool givesWay = false)
    {
        var at = X.At(value);
        var rare = givesWay ? " rare" : "";
        back.Add($"<line class=\"base{rare}\" x1=\"{at}%\" x2=\"{at}%\" y1=\"{Height}\" y2=\"{Height + 5}\"/>");
        back.Add(
            $"<text class=\"tick{rare}\" x=\"{at}%\" y=\"{Height + 19}\" text-anchor=\"{Anchor(at)}\">{label}</text>"
        );
    }

    /// <summary>A line through points.</summary>
    public void Line(string series, IEnumerable<(double X, double Y)> points) =>
        lines.Add($"<path class=\"line {series}\" d=\"{Path(points)}\"/>");

    /// <summary>A line that keeps its height until it changes.</summary>
    public void Steps(string series, IEnumerable<(double X, double Y)> points) =>
        lines.Add($"<path class=\"line {series}\" d=\"{Path(Stepped(points))}\"/>");

    /// <summary>What lies between two lines over the same places.</summary>
    public void Band(string series, IReadOnlyList<(double X, double Low, double High)> points)
    {
        var outline = points.Select(point => (point.X, point.High)).Concat(points.Reverse().Select(p => (p.X, p.Low)));
        lines.Add($"<path class=\"band {series}\" d=\"{Path(outline)}Z\"/>");
    }

    /// <summary>A bar from one place and height to another.</summary>
    public void Bar(string series, (double From, double To) x, (double From, double To) y, string words)
    {
        var (left, right) = (X.At(x.From), X.At(x.To));
        var (top, bottom) = (Math.Min(Y.At(y.From), Y.At(y.To)), Math.Max(Y.At(y.From), Y.At(y.To)));
        back.Add(
            $"<rect class=\"bar {series}\" x=\"{left}%\" width=\"{right - left}%\" y=\"{top}\" height=\"{bottom - top}\"><title>{words}</title></rect>"
        );
    }

    /// <summary>A point with what it says when it is pointed at.</summary>
    public void Point(string series, Mark mark, double x, double y, string words)
    {
        var (across, down) = (X.At(x), Y.At(y));
        _ = mark switch
        {
            // A square in a drawing of no size: percentages cannot stand in a path.
            Mark.Diamond => front.Add(
                $"<svg class=\"at\" x=\"{across}%\" y=\"{down}\"><path class=\"point {series}\" d=\"M0-6.5 6.5 0 0 6.5-6.5 0Z\"><title>{words}</title></path></svg>"
            ),
            Mark.Ring => front.Add(
                $"<circle class=\"ring {series}\" cx=\"{across}%\" cy=\"{down}\" r=\"4\"><title>{words}</title></circle>"
            ),
            _ => front.Add(
                $"<circle class=\"point {series}\" cx=\"{across}%\" cy=\"{down}\" r=\"3.5\"><title>{words}</title></circle>"
            ),
        };
    }

    /// <summary>A line across at a value, with its name at the right of the plot.</summary>
    public void Reference(string series, double y, params string[] name)
    {
        var at = Y.At(y);
        back.Add($"<line class=\"reference {series}\" x1=\"0\" x2=\"100%\" y1=\"{at}\" y2=\"{at}\"/>");
        NextTo(series, at, name);
    }

    /// <summary>Words at the right of the plot, at a height in pixels or as near to it as others leave room.</summary>
    /// <param name="series">Its colour.</param>
    /// <param name="at">The height of what it names.</param>
    /// <param name="lines">One or two lines.</param>
    public void NextTo(string series, double at, params string[] lines) => beside.Add(new(series, at, lines));

    /// <summary>Words at a place.</summary>
    public void Name(string series, double x, double y, string words, double up = 8, string? anchor = null)
    {
        var across = X.At(x);
        front.Add(
            $"<text class=\"name {series}\" x=\"{across}%\" y=\"{Y.At(y) - up}\" text-anchor=\"{anchor ?? Anchor(across)}\">{words}</text>"
        );
    }

    /// <summary>Anything else, behind the points.</summary>
    public Markup Back => back;

    /// <summary>Anything else, before everything.</summary>
    public Markup Front => front;

    /// <summary>Whether it needs room at the right.</summary>
    public bool HasNames => beside.Count > 0;

    /// <summary>Writes all of it, to stand within a drawing of the plot's height.</summary>
    public void WriteTo(Markup html)
    {
        html.Add(
            $"{back}<svg class=\"stretch\" viewBox=\"0 0 {100 * Stretched} {Height}\" width=\"100%\" height=\"{Height}\" preserveAspectRatio=\"none\">{lines}</svg>{front}"
        );
        foreach (var (name, top) in SideName.Spread(beside, Height))
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

    private static IEnumerable<(double X, double Y)> Stepped(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)? before = null;
        foreach (var point in points)
        {
            if (before is { } last)
            {
                yield return (point.X, last.Y);
            }

            yield return point;
            before = point;
        }
    }
}
