using System.Text;
using System.Text.Json;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

public sealed class OtlpMetricsTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));

    [Fact]
    public void A_request_names_the_resource_and_the_scope()
    {
        var body = Body(YearOfEvidence.Report, new() { ["service.name"] = "kaizen", ["team"] = "Grün \"1\"" });

        var resource = body.GetProperty("resourceMetrics")[0];
        Assert.Equal(
            [("service.name", "kaizen"), ("team", "Grün \"1\"")],
            Attributes(resource.GetProperty("resource"))
        );
        var scope = resource.GetProperty("scopeMetrics")[0].GetProperty("scope");
        Assert.Equal(
            ("KaizenGate", "1.2.3"),
            (scope.GetProperty("name").GetString(), scope.GetProperty("version").GetString())
        );
    }

    [Fact]
    public void Every_point_has_the_time_of_the_run()
    {
        var points = Points(YearOfEvidence.Report).ToList();

        Assert.NotEmpty(points);
        Assert.All(
            points,
            point => Assert.Equal("1767586028009000000", point.Json.GetProperty("timeUnixNano").GetString())
        );
    }

    [Fact]
    public void The_values_are_the_figures_of_the_report()
    {
        var report = YearOfEvidence.Report;

        Assert.Equal(
            [
                ("kaizen.gate.open", report.Verdict.Outcome is Outcome.Pass ? 1 : 0),
                ("kaizen.backlog.open", report.Stock.Open),
                ("kaizen.backlog.identified", report.Stock.Identified),
                ("kaizen.backlog.executed", report.Stock.Executed),
                ("kaizen.period.identified", report.Flow.Identified.Value),
                ("kaizen.period.executed", report.Flow.Executed.Value),
                ("kaizen.period.execution_rate", report.Flow.ExecutionRate.Value),
                ("kaizen.period.arrivals", report.Flow.ArrivalsPerWeek.Value),
                ("kaizen.period.departures", report.Flow.DeparturesPerWeek.Value),
                ("kaizen.period.hours_spent", report.Investment.HoursSpent.Value),
                ("kaizen.period.hours_saved", report.Accrued.HoursSaved.Value),
                ("kaizen.period.capacity", report.Investment.CapacityHours),
                ("kaizen.period.roi", report.Accrued.Gross.Value),
                ("kaizen.cycle_time quantile=0.5", report.CycleDays.Median),
                ("kaizen.cycle_time quantile=0.85", report.CycleDays.Percentile85),
                ("kaizen.age quantile=0.5", report.AgeDays.Median),
                ("kaizen.age quantile=0.85", report.AgeDays.Percentile85),
                ("kaizen.drain probability=0.5", report.TodaysOpen.Chances[0].Weeks),
                ("kaizen.drain probability=0.85", report.TodaysOpen.Chances[1].Weeks),
                ("kaizen.drain probability=0.95", report.TodaysOpen.Chances[2].Weeks),
            ],
            Points(report)
                .Select(point =>
                    (
                        string.Join(' ', [point.Name, .. point.Attributes.Select(one => $"{one.Key}={one.Value}")]),
                        (double?)point.Json.GetProperty("asDouble").GetDouble()
                    )
                )
        );
    }

    [Fact]
    public void A_declared_metric_has_its_latest_value()
    {
        var report = YearOfEvidence.Report with
        {
            Metrics =
            [
                new("p95", new(Better.Lower))
                {
                    Points = [new(new(2026, 1, 1), 9, false, null), new(new(2026, 1, 2), 4.5, false, null)],
                },
                new("never recorded", new(Better.Higher)),
            ],
        };

        var point = Assert.Single(Points(report), point => point.Name == "kaizen.metric");
        Assert.Equal([("metric", "p95")], point.Attributes);
        Assert.Equal(4.5, point.Json.GetProperty("asDouble").GetDouble());
    }

    [Fact]
    public void A_missing_figure_has_no_point_and_no_gauge()
    {
        var report = YearOfEvidence.Of("- [ ] one\n- [x] two\n", null, YearOfEvidence.LastDay.AddDays(-83));

        Assert.Null(report.Accrued.Gross.Value);
        Assert.Equal(
            [
                "kaizen.gate.open",
                "kaizen.backlog.open",
                "kaizen.backlog.identified",
                "kaizen.backlog.executed",
                "kaizen.period.capacity",
            ],
            Metrics(report).Select(metric => metric.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void The_documentation_lists_every_gauge_with_its_unit()
    {
        var report = YearOfEvidence.Report with
        {
            Metrics = [new("p95", new(Better.Lower)) { Points = [new(new(2026, 1, 1), 9, false, null)] }],
        };

        Assert.Equal(
            Documented().Order(),
            Metrics(report)
                .Select(metric => $"{metric.GetProperty("name").GetString()} {metric.GetProperty("unit").GetString()}")
                .Order()
        );
    }

    /// <summary>The gauges of the page, <c>NAME UNIT</c>; a name that starts with a period continues the previous one.</summary>
    private static IEnumerable<string> Documented()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "fleet.md"));
        foreach (var row in page.Split('\n').Where(line => line.StartsWith("| `kaizen.", StringComparison.Ordinal)))
        {
            var cells = row.Split('|');
            var name = "";
            foreach (var word in cells[1].Split('`').Where((_, at) => at % 2 == 1))
            {
                name = word.StartsWith('.') ? name[..name.LastIndexOf('.')] + word : word;
                yield return $"{name} {cells[2].Trim()}";
            }
        }
    }

    private static IEnumerable<(string Name, List<(string Key, string Value)> Attributes, JsonElement Json)> Points(
        ImprovementReport report
    ) =>
        from metric in Metrics(report)
        from point in metric.GetProperty("gauge").GetProperty("dataPoints").EnumerateArray()
        select (metric.GetProperty("name").GetString()!, Attributes(point), point);

    private static List<(string Key, string Value)> Attributes(JsonElement element) =>
        [
            .. element
                .GetProperty("attributes")
                .EnumerateArray()
                .Select(one =>
                    (
                        one.GetProperty("key").GetString()!,
                        one.GetProperty("value").GetProperty("stringValue").GetString()!
                    )
                ),
        ];

    private static List<JsonElement> Metrics(ImprovementReport report) =>
        [
            .. Body(report, [])
                .GetProperty("resourceMetrics")[0]
                .GetProperty("scopeMetrics")[0]
                .GetProperty("metrics")
                .EnumerateArray(),
        ];

    private static JsonElement Body(ImprovementReport report, Dictionary<string, string> resource) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(OtlpMetrics.RequestOf(report, resource, At).Span)).RootElement;
}
