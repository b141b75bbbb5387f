using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The property <c>missing</c> of an object with figures: the reason by name for each figure that is null.</summary>
internal static class MissingFigures
{
    public static Dictionary<string, string> Of(params ReadOnlySpan<(string Name, string? Reason)> figures)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, reason) in figures)
        {
            if (reason is not null)
            {
                missing.Add(name, reason);
            }
        }

        return missing;
    }
}

internal sealed class StockJson : JsonView<StockFigures>
{
    public int Open => Source.Open;
    public int? InProgress => Source.InProgress;
    public int? Deferred => Source.Deferred;
    public int Identified => Source.Identified;
    public int Executed => Source.Executed;
    public Estimate ExecutionRate => Source.ExecutionRate;
    public Dictionary<string, string> Missing => MissingFigures.Of(("executionRate", Source.ExecutionRate.Missing));
}

internal sealed class FlowJson : JsonView<FlowFigures>
{
    public JsonNumber Captured => Source.Captured;
    public JsonNumber Identified => Source.Identified;
    public JsonNumber Executed => Source.Executed;
    public JsonNumber Rejected => Source.Rejected;
    public JsonNumber Dropped => Source.Dropped;
    public Estimate ExecutionRate => Source.ExecutionRate;
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
    public IEnumerable<DrainChance> Chances => Source.Chances;
}

internal sealed class CategoryJson : JsonView<CategoryFigures>
{
    public string? Category => JsonWord.OrNull(Source.Category);
    public int Completed => Source.Completed;
    public JsonNumber Share => Source.Share;
    public JsonNumber HoursSpent => Source.HoursSpent;
    public JsonNumber HoursSavedPerWeek => Source.HoursSavedPerWeek;
    public JsonNumber HoursSaved => Source.HoursSaved;
}

internal sealed class ReportWeekJson : JsonView<ReportWeek>
{
    public DateOnly First => Source.First;
    public DateOnly Last => Source.Last;
    public int Days => Source.Days;
    public int Captured => Source.Captured;
    public int Completed => Source.Completed;
    public int Rejected => Source.Rejected;
    public int Dropped => Source.Dropped;
    public int Departed => Source.Departed;
    public int IdentifiedInAll => Source.Identified;
    public int ExecutedInAll => Source.Executed;
    public int Open => Source.Open;
    public JsonNumber HoursSpent => Source.HoursSpent;
    public JsonNumber HoursSavedPerWeek => Source.HoursSavedPerWeek;
    public JsonNumber HoursSavedInAll => Source.HoursSaved;
    public Estimate ExecutionRate => Source.ExecutionRate;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSpent", Source.HoursSpent.Missing),
            ("hoursSavedPerWeek", Source.HoursSavedPerWeek.Missing),
            ("hoursSavedInAll", Source.HoursSaved.Missing),
            ("executionRate", Source.ExecutionRate.Missing)
        );
}

internal sealed class CompoundingJson : JsonView<CompoundingPoint>
{
    public DateOnly Date => Source.Day;
    public JsonNumber Weeks => Source.Weeks;
    public JsonNumber OnePercent => Source.OnePercent;
    public JsonNumber ByHours => Source.ByHours;
    public JsonNumber ByMetrics => Source.ByMetrics;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(("byHours", Source.ByHours.Missing), ("byMetrics", Source.ByMetrics.Missing));
}

internal sealed class CompletionJson : JsonView<CompletedImprovement>
{
    public DateOnly Date => Source.Day;
    public string? Id => Source.Id;
    public string? Title => Source.Title;
    public string? Category => JsonWord.OrNull(Source.Category);
    public string Path => Source.File.Path;
    public int? Line => Source.Line;
    public int? CycleDays => Source.CycleDays;
    public int? LeadDays => Source.LeadDays;
    public JsonNumber HoursSpent => Source.HoursSpent;
    public JsonNumber HoursSavedPerWeek => Source.HoursSavedPerWeek;
    public JsonNumber HoursSaved => Source.HoursSaved;
    public JsonNumber Roi => Source.Roi;
    public JsonNumber PaybackWeeks => Source.PaybackWeeks;
    public string? Measured => Source.Measured;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(("roi", Source.Roi.Missing), ("paybackWeeks", Source.PaybackWeeks.Missing));
}

internal sealed class OpenJson : JsonView<OpenImprovement>
{
    public string? Id => Source.Id;
    public string? Title => Source.Title;
    public string Path => Source.File.Path;
    public int? Line => Source.Line;
    public string? Status => JsonWord.OrNull(Source.Status);
    public string? Category => JsonWord.OrNull(Source.Category);
    public JsonNumber Impact => Source.Impact;
    public JsonNumber Effort => Source.Effort;
    public JsonNumber Score => Source.Score;
    public int? AgeDays => Source.AgeDays;
    public bool AtLeastThatOld => Source.IsAtLeastThatOld;
}
