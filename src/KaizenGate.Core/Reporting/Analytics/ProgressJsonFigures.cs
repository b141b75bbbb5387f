using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Analytics;

internal sealed class StockJson : JsonView<StockFigures>
{
    public int Open => Source.Open;
    public int? InProgress => Source.InProgress;
    public int? Deferred => Source.Deferred;
    public int Identified => Source.Identified;
    public int Executed => Source.Executed;
    public EstimateJson ExecutionRate => new() { Source = Source.ExecutionRate };
    public Dictionary<string, string> Missing => MissingFigures.Of(("executionRate", Source.ExecutionRate.Missing));
}

internal sealed class FlowJson : JsonView<FlowFigures>
{
    public JsonNumber Captured => Source.Captured;
    public JsonNumber Identified => Source.Identified;
    public JsonNumber Executed => Source.Executed;
    public JsonNumber Rejected => Source.Rejected;
    public JsonNumber Dropped => Source.Dropped;
    public EstimateJson ExecutionRate => new() { Source = Source.ExecutionRate };
    public JsonNumber ArrivalsPerWeek => Source.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => Source.DeparturesPerWeek;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("captured", Source.Captured.Missing),
            ("identified", Source.Identified.Missing),
            ("executed", Source.Executed.Missing),
            ("rejected", Source.Rejected.Missing),
            ("dropped", Source.Dropped.Missing),
            ("executionRate", Source.ExecutionRate.Missing),
            ("arrivalsPerWeek", Source.ArrivalsPerWeek.Missing),
            ("departuresPerWeek", Source.DeparturesPerWeek.Missing)
        );
}

internal sealed class InvestmentJson : JsonView<Investment>
{
    public JsonNumber HoursSpent => Source.HoursSpent;
    public int Logged => Source.Logged;
    public int? Completed => Source.Completed;
    public JsonNumber WorkingHours => Source.WorkingHours;
    public JsonNumber CapacityHours => Source.CapacityHours;
    public JsonNumber ShareOfWorkingTime => Source.ShareOfWorkingTime;
    public JsonNumber ShareOfCapacity => Source.ShareOfCapacity;
    public JsonNumber PlanningHours => Source.PlanningHours;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSpent", Source.HoursSpent.Missing),
            ("shareOfWorkingTime", Source.ShareOfWorkingTime.Missing),
            ("shareOfCapacity", Source.ShareOfCapacity.Missing)
        );
}

internal sealed class ReturnJson : JsonView<Return>
{
    public JsonNumber HoursSaved => Source.HoursSaved;
    public int Measured => Source.Measured;
    public JsonNumber Gross => Source.Gross;
    public JsonNumber Net => Source.Net;
    public JsonNumber GrossWithPlanning => Source.GrossWithPlanning;
    public JsonNumber NetWithPlanning => Source.NetWithPlanning;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSaved", Source.HoursSaved.Missing),
            ("gross", Source.Gross.Missing),
            ("net", Source.Net.Missing),
            ("grossWithPlanning", Source.GrossWithPlanning.Missing),
            ("netWithPlanning", Source.NetWithPlanning.Missing)
        );
}

internal sealed class ForecastJson : JsonView<DrainForecast>
{
    public string Outcome => JsonWord.Of(Source.Outcome);
    public string? Missing => Source.Missing;
    public int Open => Source.Open;
    public int Trials => Source.Trials;
    public IEnumerable<int> Arrivals => Source.Arrivals;
    public IEnumerable<int> Departures => Source.Departures;
    public IEnumerable<ChanceJson> Chances => Source.Chances.Select(chance => new ChanceJson { Source = chance });
}

internal sealed class ChanceJson : JsonView<DrainChance>
{
    public JsonNumber Probability => Source.Probability;
    public int? Weeks => Source.Weeks;
    public DateOnly? Date => Source.Day;
}
