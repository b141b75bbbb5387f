using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Analytics;

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
    public EstimateJson ExecutionRate => new() { Source = Source.ExecutionRate };
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

internal sealed class AgeBandJson : JsonView<AgeBand>
{
    public int FromDays => Source.FromDays;
    public int? ToDays => Source.ToDays;
    public int Count => Source.Count;
}
