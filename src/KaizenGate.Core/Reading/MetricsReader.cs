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

        return [.. series.Select(pair => MetricSeries.Of(pair.Key, pair.Value))];
    }

    private static bool IsMetrics(Scope scope) =>
        TextNormalizer.Words(scope.Title!.Title).Exists(word => Headings.Contains(word));

    private static void Read(
        TableNode table,
        SectionText section,
        LineMap lines,
        Dictionary<string, List<MetricPoint>> series
    )
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var dates = headers.FindIndex(header => DateHeaders.ContainsText(header));
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
                var isRebase = MetricPoint.SaysRebase(section.Slice(cell));
                var value = 0d;
                if (
                    index != dates
                    && headers[index].Length > 0
                    && (isRebase || Numbers.TryLeading(section.Slice(cell), out value, out _))
                )
                {
                    if (!series.TryGetValue(headers[index], out var points))
                    {
                        series.Add(headers[index], points = []);
                    }

                    points.Add(new MetricPoint(date, value, lines.Span(cell)) { IsRebase = isRebase });
                }
            }
        }
    }

    private static readonly WordIndex<bool> DateHeaders = Lexicon.Set("metrics.date");

    private static readonly WordIndex<bool> Headings = Lexicon.Set("metrics");
}
