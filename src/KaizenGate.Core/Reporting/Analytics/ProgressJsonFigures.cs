using System.Text.Json;
using KaizenGate.Analytics;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting.Analytics;

/// <summary>The figures of a report, as JSON and NDJSON both have them.</summary>
internal static class ProgressJsonFigures
{
    public static void Write(Utf8JsonWriter json, ImprovementReport report)
    {
        Stock(json, report.Stock);
        Flow(json, report.Flow);
        Investment(json, report.Investment);
        Return(json, "accrued", report.Accrued);
        Return(json, "atFullPace", report.AtFullPace);
        json.Spread("cycleDays", report.CycleDays);
        json.Spread("leadDays", report.LeadDays);
        json.Spread("ageDays", report.AgeDays);
        Forecast(json, "todaysOpenForecast", report.TodaysOpen);
        Forecast(json, "drainForecast", report.Drain);
    }

    private static void Stock(Utf8JsonWriter json, StockFigures stock)
    {
        json.WriteStartObject("stock");
        json.WriteNumber("open", stock.Open);
        json.NumberOrNull("inProgress", stock.InProgress);
        json.NumberOrNull("deferred", stock.Deferred);
        json.WriteNumber("identified", stock.Identified);
        json.WriteNumber("executed", stock.Executed);
        json.Estimate("executionRate", stock.ExecutionRate);
        json.Missing(("executionRate", stock.ExecutionRate.Missing));
        json.WriteEndObject();
    }

    private static void Flow(Utf8JsonWriter json, FlowFigures flow)
    {
        json.WriteStartObject("flow");
        json.Figure("captured", flow.Captured);
        json.Figure("identified", flow.Identified);
        json.Figure("executed", flow.Executed);
        json.Figure("rejected", flow.Rejected);
        json.Figure("dropped", flow.Dropped);
        json.Estimate("executionRate", flow.ExecutionRate);
        json.Figure("arrivalsPerWeek", flow.ArrivalsPerWeek);
        json.Figure("departuresPerWeek", flow.DeparturesPerWeek);
        json.Missing(
            ("captured", flow.Captured.Missing),
            ("identified", flow.Identified.Missing),
            ("executed", flow.Executed.Missing),
            ("rejected", flow.Rejected.Missing),
            ("dropped", flow.Dropped.Missing),
            ("executionRate", flow.ExecutionRate.Missing),
            ("arrivalsPerWeek", flow.ArrivalsPerWeek.Missing),
            ("departuresPerWeek", flow.DeparturesPerWeek.Missing)
        );
        json.WriteEndObject();
    }

    private static void Investment(Utf8JsonWriter json, Investment investment)
    {
        json.WriteStartObject("investment");
        json.Figure("hoursSpent", investment.HoursSpent);
        json.WriteNumber("logged", investment.Logged);
        json.NumberOrNull("completed", investment.Completed);
        json.WriteNumber("workingHours", investment.WorkingHours);
        json.WriteNumber("capacityHours", investment.CapacityHours);
        json.Figure("shareOfWorkingTime", investment.ShareOfWorkingTime);
        json.Figure("shareOfCapacity", investment.ShareOfCapacity);
        json.WriteNumber("planningHours", investment.PlanningHours);
        json.Missing(
            ("hoursSpent", investment.HoursSpent.Missing),
            ("shareOfWorkingTime", investment.ShareOfWorkingTime.Missing),
            ("shareOfCapacity", investment.ShareOfCapacity.Missing)
        );
        json.WriteEndObject();
    }

    private static void Return(Utf8JsonWriter json, string name, Return back)
    {
        json.WriteStartObject(name);
        json.Figure("hoursSaved", back.HoursSaved);
        json.WriteNumber("measured", back.Measured);
        json.Figure("gross", back.Gross);
        json.Figure("net", back.Net);
        json.Figure("grossWithPlanning", back.GrossWithPlanning);
        json.Figure("netWithPlanning", back.NetWithPlanning);
        json.Missing(
            ("hoursSaved", back.HoursSaved.Missing),
            ("gross", back.Gross.Missing),
            ("net", back.Net.Missing),
            ("grossWithPlanning", back.GrossWithPlanning.Missing),
            ("netWithPlanning", back.NetWithPlanning.Missing)
        );
        json.WriteEndObject();
    }

    private static void Forecast(Utf8JsonWriter json, string name, DrainForecast forecast)
    {
        json.WriteStartObject(name);
        json.WriteString("outcome", ProgressWords.OutcomeKey(forecast.Outcome));
        json.WriteString("missing", forecast.Missing);
        json.WriteNumber("open", forecast.Open);
        json.WriteNumber("trials", forecast.Trials);
        Numbers(json, "arrivals", forecast.Arrivals);
        Numbers(json, "departures", forecast.Departures);
        json.WriteStartArray("chances");
        foreach (var chance in forecast.Chances)
        {
            json.WriteStartObject();
            json.WriteNumber("probability", chance.Probability);
            json.NumberOrNull("weeks", chance.Weeks);
            json.WriteString("date", chance.Day is { } day ? ProgressWords.Day(day) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
