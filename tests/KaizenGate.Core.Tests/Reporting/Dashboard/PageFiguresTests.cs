using System.Text.Json;
using System.Xml.Linq;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>Every figure in the tables and tiles of the page is in the JSON report of the same run.</summary>
public sealed class PageFiguresTests
{
    /// <summary>The maximum number of rows of the table of a chart.</summary>
    private const int MaxRows = 60;

    private static readonly string[] Spans =
    [
        "captured",
        "completed",
        "open",
        "cycleDays.median",
        "hoursSpent",
        "hoursSaved",
    ];

    private static readonly string[] Lines = ["byHours", "byMetrics"];
    private static readonly string[] Forecasts = ["highestScoresForecast", "todaysOpenForecast", "drainForecast"];

    [Fact]
    public void The_page_of_a_healthy_team_matches_the_JSON()
    {
        var (page, json) = ReportedPage.Healthy;

        AssertSame(page, json);
        Assert.Equal(26, Rows(page, "flow").Count);
        Assert.Equal(39, Rows(page, "completions-name").Count);
        Assert.Equal(26, Rows(page, "metric-1").Count);
        Assert.Contains(Rows(page, "metric-1"), row => row[2] == "yes");
    }

    [Fact]
    public void The_page_of_an_unhealthy_team_matches_the_JSON()
    {
        var (page, json) = ReportedPage.Unhealthy;

        AssertSame(page, json);
        Assert.Equal(MaxRows, Rows(page, "flow").Count);
        Assert.Equal(OpenItemsTable.MaxRows, Rows(page, "items-name").Count);
    }

    [Fact]
    public void The_page_of_a_year_in_one_file_matches_the_JSON()
    {
        var (page, json) = ReportedPage.Year;

        AssertSame(page, json);
        Assert.NotEmpty(Rows(page, "forecast"));
        Assert.NotEmpty(Rows(page, "categories-name"));
    }

    [Fact]
    public void The_page_of_a_real_history_matches_the_JSON()
    {
        var (page, json) = ReportedPage.OfRealHistory();

        AssertSame(page, json);
        Assert.NotEmpty(Rows(page, "flow"));
        Assert.NotEmpty(Rows(page, "items-name"));
    }

    private static void AssertSame(XElement page, JsonElement json)
    {
        var weeks = List(json, "weeks");
        AssertRows(page, "flow", Newest(weeks, "first", "last", "captured", "completed", "rejected", "dropped"));
        AssertRows(
            page,
            "cumulative",
            weeks.Count < 2 ? [] : Newest(weeks, "last", "identifiedInAll", "executedInAll")
        );
        var rates = weeks.Where(week => !IsNull(At(week, "executionRate.value"))).ToList();
        AssertRows(
            page,
            "rate",
            rates.Count < 2
                ? []
                : Newest(rates, "last", "executionRate.value", "executionRate.low", "executionRate.high")
        );
        var cycles = List(json, "completions").Where(one => !IsNull(At(one, "cycleDays"))).ToList();
        AssertRows(page, "cycle", Newest(cycles, "date", "cycleDays"));
        var growth = List(json, "compounding");
        AssertRows(
            page,
            "compounding",
            growth.Count > 0 && Lines.Any(line => !IsNull(At(growth[^1], line)))
                ? Newest(growth, "date", "onePercent", "byHours", "byMetrics")
                : []
        );
        var isAnyOpen = At(json, "stock.open").GetInt32() > 0;
        AssertRows(page, "ages", isAnyOpen ? List(json, "ageBands").Select(one => Values(one, "", "count")) : []);
        AssertForecasts(page, json);
        AssertRows(
            page,
            "categories-name",
            List(json, "categories").Select(one => Values(one, "", "completed", "share", "", "hoursSavedPerWeek"))
        );
        AssertRows(
            page,
            "completions-name",
            List(json, "completions")
                .Where(one => !IsNull(At(one, "hoursSpent")) || !IsNull(At(one, "hoursSaved")))
                .OrderByDescending(one => Number(one, "hoursSaved"))
                .ThenByDescending(one => Number(one, "hoursSpent"))
                .Take(40)
                .Select(one => Values(one, "date", "", "hoursSpent", "hoursSaved", "", "roi", "paybackWeeks"))
        );
        AssertChange(page, json);
        AssertOpen(page, json);
        foreach (var (metric, at) in List(json, "metrics").Select((metric, at) => (metric, at)))
        {
            AssertRows(page, $"metric-{at + 1}", Newest(List(metric, "points"), "date", "value", "beyondLimits"));
        }

        AssertTiles(page, json);
    }

    private static void AssertChange(XElement page, JsonElement json)
    {
        var comparison = json.GetProperty("comparison");
        var rows = Rows(page, "compared-name");
        Assert.Equal(IsNull(At(comparison, "before")) ? 0 : Spans.Length, rows.Count);
        foreach (var (row, path) in rows.Zip(Spans))
        {
            Assert.True(ShownNumber.Shows(row[1], At(comparison, $"now.{path}")), string.Join(" | ", row));
            Assert.True(ShownNumber.Shows(row[2], At(comparison, $"before.{path}")), string.Join(" | ", row));
        }
    }

    private static void AssertForecasts(XElement page, JsonElement json)
    {
        var rows = Rows(page, "forecast");
        JsonElement[] forecasts =
        [
            .. Forecasts
                .Select(name => json.GetProperty(name))
                .Where(forecast => forecast.GetProperty("chances").GetArrayLength() > 0),
        ];
        Assert.Equal(forecasts.Length, rows.Count);
        foreach (var (forecast, row) in forecasts.Zip(rows))
        {
            Assert.Equal(
                List(forecast, "chances").Select(chance => At(chance, "date").GetString() ?? "in more than 10 years"),
                row[1..]
            );
        }
    }

    /// <summary>The rows are sorted by score; each is a different object of the JSON.</summary>
    private static void AssertOpen(XElement page, JsonElement json)
    {
        var left = List(json, "open");
        var all = left.Count;
        var rows = Rows(page, "items-name");
        Assert.Equal(Math.Min(OpenItemsTable.MaxRows, all), rows.Count);
        foreach (var row in rows)
        {
            var found = left.FindIndex(one =>
                row[1] == $"{At(one, "id")}{(IsNull(At(one, "id")) ? "" : " ")}{At(one, "title")}"
                && ShownNumber.Shows(row[2], At(one, "impact"))
                && ShownNumber.Shows(row[3], At(one, "effort"))
                && ShownNumber.Shows(row[4], At(one, "score"))
                && (row.Length < 9 || ShownNumber.Shows(row[7], At(one, "ageDays")))
            );
            Assert.True(found >= 0, string.Join(" | ", row));
            left.RemoveAt(found);
        }
    }

    private static void AssertTiles(XElement page, JsonElement json)
    {
        var tiles = page.All("dl")
            .Single()
            .Elements("div")
            .ToDictionary(tile => tile.Element("dt")!.Value, tile => tile.Element("dd")!.Value);
        foreach (
            var (name, path) in new[]
            {
                ("Open", "stock.open"),
                ("Identified", "flow.identified"),
                ("Executed", "flow.executed"),
                ("Execution rate", "stock.executionRate.value"),
                ("Hours saved", "accrued.hoursSaved"),
                ("Return", "accrued.gross"),
                ("Time invested", "investment.shareOfWorkingTime"),
            }
        )
        {
            Assert.True(ShownNumber.Shows(tiles[name], At(json, path)), $"{name}: {tiles[name]} of {At(json, path)}");
        }
    }

    private static void AssertRows(XElement page, string name, IEnumerable<JsonElement?[]> expected)
    {
        var (rows, values) = (Rows(page, name), expected.ToList());
        Assert.True(rows.Count == values.Count, $"{name} has {rows.Count} rows for {values.Count}");
        foreach (var (row, value) in rows.Zip(values))
        {
            for (var at = 0; at < value.Length; at++)
            {
                Assert.True(
                    value[at] is not { } one || ShownNumber.Shows(row[at], one),
                    $"{name}: {row[at]} of {value[at]} in {string.Join(" | ", row)}"
                );
            }
        }
    }

    /// <summary>The cells of the table in a figure or below a heading; empty without a table.</summary>
    private static List<string[]> Rows(XElement page, string name) =>
        [
            .. page.Descendants()
                .Where(one => one.Attribute("id")?.Value == name)
                .Select(one => one.Name.LocalName == "figure" ? one : one.Parent!)
                .SelectMany(part => part.All("tbody"))
                .SelectMany(body => body.Elements("tr"))
                .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
        ];

    private static IEnumerable<JsonElement?[]> Newest(List<JsonElement> all, params string[] paths) =>
        all.TakeLast(MaxRows).Select(one => Values(one, paths));

    /// <summary>The expected values of a row; null for cells that are not figures.</summary>
    private static JsonElement?[] Values(JsonElement one, params string[] paths) =>
        [.. paths.Select(path => path.Length == 0 ? (JsonElement?)null : At(one, path))];

    private static JsonElement At(JsonElement from, string path) =>
        path.Split('.').Aggregate(from, (at, name) => at.GetProperty(name));

    private static double Number(JsonElement one, string name) =>
        IsNull(At(one, name)) ? -1 : At(one, name).GetDouble();

    private static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null;

    private static List<JsonElement> List(JsonElement from, string name) =>
        [.. from.GetProperty(name).EnumerateArray()];
}
