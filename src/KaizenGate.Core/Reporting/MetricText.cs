using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Planning.Progress;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>The declared metrics for people, one below the other.</summary>
internal static class MetricText
{
    private const int LongestName = 40;

    /// <summary>What was recorded where.</summary>
    public static string Recorded(string name, MetricPoint point, SourceFile file) =>
        $"{LogText.Of(name)} is {Value(point.Value, point.Unit)} on {point.Date:yyyy-MM-dd}, in {LogText.Path(file.Path)}";

    public static void Write(ImmutableArray<MetricChart> charts, bool color, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        var ink = new Ink(color);
        if (charts.IsEmpty)
        {
            writer.WriteLine("No metric is declared; name them under `metrics` in kaizen.json.");
        }

        foreach (var chart in charts)
        {
            writer.WriteLine($"{ink.Bold(LogText.Message(VisibleText.Cut(chart.Name, LongestName)))}  {Line(chart)}");
            if (chart.Signal is { } signal)
            {
                writer.WriteLine($"  {ink.Of(Severity.Warning, LogText.Message(signal))}");
            }
        }
    }

    /// <summary>The latest value and what is natural for it.</summary>
    public static string Line(MetricChart chart)
    {
        var better = chart.Better is Better.Lower ? "lower is better" : "higher is better";
        if (chart.Points.IsEmpty)
        {
            return $"{better} · {chart.Missing}";
        }

        var last = chart.Points[^1];
        var natural = chart is { Mean: { } mean, Lower: { } lower, Upper: { } upper }
            ? $"mean {Wording.NumberOrDash(mean)}, natural limits {Wording.NumberOrDash(lower)} to {Wording.NumberOrDash(upper)}"
            : $"no limits yet: {chart.Missing}";
        return $"{Value(last.Value, chart.Unit)} on {last.Day:yyyy-MM-dd} · {better} · {Wording.Count(chart.Points.Length, "value")} · {natural}";
    }

    private static string Value(double value, string? unit) =>
        unit is null
            ? Wording.NumberOrDash(value)
            : $"{Wording.NumberOrDash(value)} {LogText.Of(VisibleText.Cut(unit, LongestName))}";
}
