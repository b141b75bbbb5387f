using KaizenGate.Planning.Progress;

namespace KaizenGate.Reporting.Progress;

internal sealed class StockJson(StockFigures stock)
{
    public int Open => stock.Open;
    public int? InProgress => stock.InProgress;
    public int? Deferred => stock.Deferred;
    public int Identified => stock.Identified;
    public int Executed => stock.Executed;
    public EstimateJson ExecutionRate => new(stock.ExecutionRate);
    public Dictionary<string, string> Missing => MissingFigures.Of(("executionRate", stock.ExecutionRate.Missing));
}

internal sealed class FlowJson(FlowFigures flow)
{
    public JsonNumber Captured => flow.Captured;
    public JsonNumber Identified => flow.Identified;
    public JsonNumber Executed => flow.Executed;
    public JsonNumber Rejected => flow.Rejected;
    public JsonNumber Dropped => flow.Dropped;
    public EstimateJson ExecutionRate => new(flow.ExecutionRate);
    public JsonNumber ArrivalsPerWeek => flow.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => flow.DeparturesPerWeek;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("captured", flow.Captured.Missing),
            ("identified", flow.Identified.Missing),
            ("executed", flow.Executed.Missing),
            ("rejected", flow.Rejected.Missing),
            ("dropped", flow.Dropped.Missing),
            ("executionRate", flow.ExecutionRate.Missing),
            ("arrivalsPerWeek", flow.ArrivalsPerWeek.Missing),
            ("departuresPerWeek", flow.DeparturesPerWeek.Missing)
        );
}

internal sealed class InvestmentJson(Investment investment)
{
    public JsonNumber HoursSpent => investment.HoursSpent;
    public int Logged => investment.Logged;
    public int? Completed => investment.Completed;
    public JsonNumber WorkingHours => investment.WorkingHours;
    public JsonNumber CapacityHours => investment.CapacityHours;
    public JsonNumber ShareOfWorkingTime => investment.ShareOfWorkingTime;
    public JsonNumber ShareOfCapacity => investment.ShareOfCapacity;
    public JsonNumber PlanningHours => investment.PlanningHours;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSpent", investment.HoursSpent.Missing),
            ("shareOfWorkingTime", investment.ShareOfWorkingTime.Missing),
            ("shareOfCapacity", investment.ShareOfCapacity.Missing)
        );
}

internal sealed class ReturnJson(Return back)
{
    public JsonNumber HoursSaved => back.HoursSaved;
    public int Measured => back.Measured;
    public JsonNumber Gross => back.Gross;
    public JsonNumber Net => back.Net;
    public JsonNumber GrossWithPlanning => back.GrossWithPlanning;
    public JsonNumber NetWithPlanning => back.NetWithPlanning;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSaved", back.HoursSaved.Missing),
            ("gross", back.Gross.Missing),
            ("net", back.Net.Missing),
            ("grossWithPlanning", back.GrossWithPlanning.Missing),
            ("netWithPlanning", back.NetWithPlanning.Missing)
        );
}

internal sealed class ForecastJson(DrainForecast forecast)
{
    public string Outcome => JsonWord.Of(forecast.Outcome);
    public string? Missing => forecast.Missing;
    public int Open => forecast.Open;
    public int Trials => forecast.Trials;
    public IEnumerable<int> Arrivals => forecast.Arrivals;
    public IEnumerable<int> Departures => forecast.Departures;
    public IEnumerable<ChanceJson> Chances => forecast.Chances.Select(chance => new ChanceJson(chance));
}

internal sealed class ChanceJson(DrainChance chance)
{
    public JsonNumber Probability => chance.Probability;
    public int? Weeks => chance.Weeks;
    public DateOnly? Date => chance.Day;
}
