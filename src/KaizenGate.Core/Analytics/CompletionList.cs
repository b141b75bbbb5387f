using System.Collections.Immutable;

namespace KaizenGate.Core.Analytics;

/// <summary>Makes the ledger of a period: its completions with what they cost and brought.</summary>
internal static class CompletionList
{
    public static ImmutableArray<CompletedImprovement> Of(
        ImmutableArray<ObservedLifecycle> lives,
        ReportPeriod period
    ) =>
        [
            .. lives
                .Where(life => life.Completed is { } day && period.Contains(day))
                .Select(life => Of(life, life.Completed!.Value, period))
                .OrderBy(one => one.Day),
        ];

    private static CompletedImprovement Of(ObservedLifecycle life, DateOnly day, ReportPeriod period)
    {
        var spent = life.Item?.TimeSpent?.Value;
        var pace = life.Item?.SavedPerWeek?.Value;
        var saved = life.Item?.HoursSaved?.Value ?? (pace * (period.To.DayNumber - day.DayNumber) / 7);
        return new(day)
        {
            Id = life.Item?.Id,
            Title = life.Title,
            Category = life.Item?.Category?.Value,
            File = life.File,
            Line = life.Item?.Span.Line,
            CycleDays = life.CycleDays,
            LeadDays = life.LeadDays,
            HoursSpent = spent,
            HoursSavedPerWeek = pace,
            HoursSaved = saved,
            Roi = Saved(life, saved).Over(Spent(life, spent)),
            PaybackWeeks = Payback(life, spent, pace),
            Measured = life.Item?.MeasuredImpact?.Text,
        };
    }

    private static Figure Payback(ObservedLifecycle life, double? spent, double? pace) =>
        pace is null && life.Item?.HoursSaved is not null
            ? Figure.Without("its time saved is a total; a pace such as 15 min/week tells when it has paid back")
            : Spent(life, spent).Over(Saved(life, pace));

    private static Figure Spent(ObservedLifecycle life, double? hours) => Known(life, hours, "it has no `Time Spent:`");

    private static Figure Saved(ObservedLifecycle life, double? hours) => Known(life, hours, "it has no `Time Saved:`");

    private static Figure Known(ObservedLifecycle life, double? hours, string lack) =>
        hours is { } known
            ? Figure.Of(known)
            : Figure.Without(life.Item is null ? "the file no longer has it; keep what is done in the archive" : lack);
}
