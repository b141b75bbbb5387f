using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the series in the tables of a Metrics section: a column with dates and one column per metric.</summary>
internal static class MetricsReader
{
    public static ImmutableArray<MetricSeries> Read(IEnumerable<Scope> ignored, LineMap lines)
    {
        var series = new Dictionary<string, List<MetricPoint>>(StringComparer.OrdinalIgnoreCase);
        foreach (var scope in ignored.Where(IsMetrics))
        {
            foreach (var (section, node) in scope.Content)
            {
                if (node is TableNode table)
                {
                    Read(table, section, lines, series);
                }
            }
        }

        return [.. series.Select(pair => new MetricSeries(pair.Key, [.. pair.Value.OrderBy(point => point.Date)]))];
    }

    private static bool IsMetrics(Scope scope) =>
        TextNormalizer
            .Words(scope.Title!.Title)
            .Exists(word =>
                word
                    is "metrics"
                        or "metric"
                        or "statistics"
                        or "stats"
                        or "metriken"
                        or "metricas"
                        or "metriques"
                        or "kennzahlen"
                        or "指標"
                        or "지표"
                        or "指标"
            );

    private static void Read(
        TableNode table,
        PlacedSection section,
        LineMap lines,
        Dictionary<string, List<MetricPoint>> series
    )
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var dates = headers.FindIndex(header =>
            TextNormalizer.Normalize(header)
                is "date"
                    or "datum"
                    or "fecha"
                    or "day"
                    or "week"
                    or "日付"
                    or "날짜"
                    or "日期"
        );
        if (dates < 0)
        {
            return;
        }

        foreach (var row in table.Rows)
        {
            if (dates >= row.Count || DateText.Leading(PlainText.Of(section.Slice(row[dates]))) is not { } date)
            {
                continue;
            }

            for (var index = 0; index < Math.Min(headers.Count, row.Count); index++)
            {
                var cell = row[index];
                if (
                    index != dates
                    && headers[index].Length > 0
                    && Numbers.TryLeading(section.Slice(cell), out var value, out _)
                )
                {
                    if (!series.TryGetValue(headers[index], out var points))
                    {
                        series.Add(headers[index], points = []);
                    }

                    points.Add(new MetricPoint(date, value, lines.Span(section.Place(cell))));
                }
            }
        }
    }
}
