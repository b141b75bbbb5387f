using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The declared metrics as text.</summary>
internal static class MetricText
{
    private const int LongestName = 40;

    /// <summary>Confirms a recorded value or rebase.</summary>
    public static string Recorded(string name, MetricPoint point, SourceFile file) =>
        point.IsRebase
            ? $"rebased {LogText.Of(name)}: limits come from the values of {point.Date:yyyy-MM-dd} and later, as {LogText.Path(file.Path)} says"
            : $"recorded {LogText.Of(name)} = {Value(point.Value, point.Unit)} on {point.Date:yyyy-MM-dd} in {LogText.Path(file.Path)}";

    public static void Write(ImmutableArray<MetricChart> charts, bool color, Stream stream)
    {
        using var writer = ReportStream.Text(stream, color);
        var page = new TextPage(writer, color);
        if (charts.IsEmpty)
        {
            page.Line("No metrics declared. Add them to `metrics` in kaizen.json.");
        }

        foreach (var chart in charts)
        {
            page.Line($"{page.Bold(LogText.Message(VisibleText.Cut(chart.Name, LongestName)))}  {Line(chart)}");
            if (chart.Signal is { } signal)
            {
                page.Line($"  {page.Of(Severity.Warning, LogText.Message(signal))}");
            }
        }
    }

    /// <summary>The latest value and the control limits.</summary>
    public static string Line(MetricChart chart)
    {
        var better = chart.Better is Better.Lower ? "lower is better" : "higher is better";
        if (chart.Points.IsEmpty)
        {
            return $"{better} · {chart.Missing}";
        }

        var last = chart.Points[^1];
        var natural = chart is { Mean: { } mean, Lower: { } lower, Upper: { } upper, Base: var (from, to, count) }
            ? $"mean {Wording.NumberOrDash(mean)}, control limits {Wording.NumberOrDash(lower)} to {Wording.NumberOrDash(upper)} "
                + $"from {Wording.Count(count, "value")} of {Wording.Day(from)} to {Wording.Day(to)}"
            : $"no limits yet: {chart.Missing}";
        return $"{Value(last.Value, chart.Unit)} on {last.Day:yyyy-MM-dd} · {better} · {Wording.Count(chart.Points.Length, "value")} · {natural}";
    }

    private static string Value(double value, string? unit) =>
        unit is null
            ? Wording.NumberOrDash(value)
            : $"{Wording.NumberOrDash(value)} {LogText.Of(VisibleText.Cut(unit, LongestName))}";
}
