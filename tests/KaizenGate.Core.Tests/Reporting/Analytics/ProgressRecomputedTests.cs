using System.Text.Json;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

/// <summary>Every figure follows from the lists in the report by sums, shares and percentiles.</summary>
public sealed class ProgressRecomputedTests
{
    private static readonly JsonElement Json = Read();

    [Fact]
    public void The_flow_follows_from_the_weeks()
    {
        var weeks = Json.GetProperty("weeks").EnumerateArray().ToList();
        var flow = Json.GetProperty("flow");

        Assert.Equal(
            flow.GetProperty("captured").GetDouble(),
            weeks.Sum(week => week.GetProperty("captured").GetDouble())
        );
        Assert.Equal(
            flow.GetProperty("executed").GetDouble(),
            weeks.Sum(week => week.GetProperty("completed").GetDouble())
        );
        Assert.Equal(
            flow.GetProperty("identified").GetDouble(),
            weeks.Sum(week => week.GetProperty("captured").GetDouble() - week.GetProperty("rejected").GetDouble())
        );
        Assert.Equal(
            flow.GetProperty("executionRate").GetProperty("value").GetDouble(),
            flow.GetProperty("executed").GetDouble() / flow.GetProperty("identified").GetDouble()
        );
        Assert.Equal(
            flow.GetProperty("departuresPerWeek").GetDouble(),
            weeks.Sum(week => week.GetProperty("departed").GetDouble())
                / Json.GetProperty("period").GetProperty("weeks").GetDouble()
        );
    }

    [Fact]
    public void The_return_follows_from_the_completions()
    {
        var completions = Json.GetProperty("completions").EnumerateArray().ToList();
        var spent = completions.Sum(one => Number(one, "hoursSpent") ?? 0);
        var saved = completions.Sum(one => Number(one, "hoursSaved") ?? 0);
        var planning = Json.GetProperty("investment").GetProperty("planningHours").GetDouble();
        var accrued = Json.GetProperty("accrued");

        Assert.Equal(Json.GetProperty("investment").GetProperty("hoursSpent").GetDouble(), spent, 9);
        Assert.Equal(accrued.GetProperty("hoursSaved").GetDouble(), saved, 9);
        Assert.Equal(accrued.GetProperty("gross").GetDouble(), saved / spent, 9);
        Assert.Equal(accrued.GetProperty("net").GetDouble(), (saved - spent) / spent, 9);
        Assert.Equal(
            accrued.GetProperty("netWithPlanning").GetDouble(),
            (saved - spent - planning) / (spent + planning),
            9
        );
        Assert.Equal(
            Json.GetProperty("atFullPace").GetProperty("hoursSaved").GetDouble(),
            completions.Sum(one => Number(one, "hoursSavedPerWeek") ?? 0) * 52,
            9
        );
        Assert.Equal(
            saved,
            Json.GetProperty("weeks").EnumerateArray().Last().GetProperty("hoursSavedInAll").GetDouble(),
            9
        );
    }

    [Fact]
    public void The_categories_follow_from_the_completions()
    {
        var completions = Json.GetProperty("completions").EnumerateArray().ToList();
        foreach (var category in Json.GetProperty("categories").EnumerateArray())
        {
            var own = completions.Count(one =>
                one.GetProperty("category").GetString() == category.GetProperty("category").GetString()
            );

            Assert.Equal(category.GetProperty("completed").GetInt32(), own);
            Assert.Equal(category.GetProperty("share").GetDouble(), (double)own / completions.Count);
        }
    }

    [Fact]
    public void The_days_follow_from_the_lists()
    {
        var cycles = Json.GetProperty("completions")
            .EnumerateArray()
            .Select(one => Number(one, "cycleDays")!.Value)
            .Order()
            .ToList();
        var ages = Json.GetProperty("open")
            .EnumerateArray()
            .Select(one => Number(one, "ageDays")!.Value)
            .Order()
            .ToList();

        Assert.Equal(Json.GetProperty("cycleDays").GetProperty("median").GetDouble(), (cycles[51] + cycles[52]) / 2);
        Assert.Equal(Json.GetProperty("ageDays").GetProperty("median").GetDouble(), (ages[25] + ages[26]) / 2);
    }

    [Fact]
    public void The_forecast_lists_the_sampled_weeks()
    {
        var forecast = Json.GetProperty("todaysOpenForecast");

        Assert.Equal(12, forecast.GetProperty("departures").GetArrayLength());
        Assert.Equal(10_000, forecast.GetProperty("trials").GetInt32());
        Assert.Equal(26, forecast.GetProperty("chances")[0].GetProperty("weeks").GetInt32());
    }

    private static double? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement Read()
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("json")!.Write(YearOfEvidence.Report, ReportOptions.Default, stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
