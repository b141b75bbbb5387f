using KaizenGate.Planning.Progress;

namespace KaizenGate.Reporting.Progress;

internal sealed class CategoryJson(CategoryFigures one)
{
    public string? Category => JsonWord.OrNull(one.Category);
    public int Completed => one.Completed;
    public JsonNumber Share => one.Share;
    public JsonNumber HoursSpent => one.HoursSpent;
    public JsonNumber HoursSavedPerWeek => one.HoursSavedPerWeek;
    public JsonNumber HoursSaved => one.HoursSaved;
}

internal sealed class ReportWeekJson(ReportWeek week)
{
    public DateOnly First => week.First;
    public DateOnly Last => week.Last;
    public int Days => week.Days;
    public int Captured => week.Captured;
    public int Completed => week.Completed;
    public int Rejected => week.Rejected;
    public int Dropped => week.Dropped;
    public int Departed => week.Departed;
    public int IdentifiedInAll => week.Identified;
    public int ExecutedInAll => week.Executed;
    public int Open => week.Open;
    public JsonNumber HoursSpent => week.HoursSpent;
    public JsonNumber HoursSavedPerWeek => week.HoursSavedPerWeek;
    public JsonNumber HoursSavedInAll => week.HoursSaved;
    public EstimateJson ExecutionRate => new(week.ExecutionRate);
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(
            ("hoursSpent", week.HoursSpent.Missing),
            ("hoursSavedPerWeek", week.HoursSavedPerWeek.Missing),
            ("hoursSavedInAll", week.HoursSaved.Missing),
            ("executionRate", week.ExecutionRate.Missing)
        );
}

internal sealed class CompoundingJson(CompoundingPoint point)
{
    public DateOnly Date => point.Day;
    public JsonNumber Weeks => point.Weeks;
    public JsonNumber OnePercent => point.OnePercent;
    public JsonNumber ByHours => point.ByHours;
    public JsonNumber ByMetrics => point.ByMetrics;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(("byHours", point.ByHours.Missing), ("byMetrics", point.ByMetrics.Missing));
}

internal sealed class CompletionJson(CompletedImprovement one)
{
    public DateOnly Date => one.Day;
    public string? Id => one.Id;
    public string? Title => one.Title;
    public string? Category => JsonWord.OrNull(one.Category);
    public string Path => one.File.Path;
    public int? Line => one.Line;
    public int? CycleDays => one.CycleDays;
    public int? LeadDays => one.LeadDays;
    public JsonNumber HoursSpent => one.HoursSpent;
    public JsonNumber HoursSavedPerWeek => one.HoursSavedPerWeek;
    public JsonNumber HoursSaved => one.HoursSaved;
    public JsonNumber Roi => one.Roi;
    public JsonNumber PaybackWeeks => one.PaybackWeeks;
    public string? Measured => one.Measured;
    public Dictionary<string, string> Missing =>
        MissingFigures.Of(("roi", one.Roi.Missing), ("paybackWeeks", one.PaybackWeeks.Missing));
}

internal sealed class OpenJson(OpenImprovement one)
{
    public string? Id => one.Id;
    public string? Title => one.Title;
    public string Path => one.File.Path;
    public int? Line => one.Line;
    public string? Status => JsonWord.OrNull(one.Status);
    public string? Category => JsonWord.OrNull(one.Category);
    public JsonNumber Impact => one.Impact;
    public JsonNumber Effort => one.Effort;
    public JsonNumber Score => one.Score;
    public int? AgeDays => one.AgeDays;
    public bool AtLeastThatOld => one.IsAtLeastThatOld;
}

internal sealed class AgeBandJson(AgeBand band)
{
    public int FromDays => band.FromDays;
    public int? ToDays => band.ToDays;
    public int Count => band.Count;
}
