namespace KaizenGate.Core.Analytics;

/// <summary>A completion of the period.</summary>
internal sealed record CompletedImprovement(DateOnly Day)
{
    public string? Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The id and the title, as far as present.</summary>
    public string Name => Id is null ? Title : $"{Id} {Title}";

    /// <summary>Null when it has none.</summary>
    public Category? Category { get; init; }

    public required SourceFile File { get; init; }

    /// <summary>From 1; null when it is no longer in the file.</summary>
    public int? Line { get; init; }

    /// <summary>The address of its page in a tracker; null without one.</summary>
    public string? Address { get; init; }

    /// <summary>Whole days from the first start to the completion; null when unknown.</summary>
    public int? CycleDays { get; init; }

    /// <summary>Whole days from the capture to the completion; null when unknown.</summary>
    public int? LeadDays { get; init; }

    /// <summary>Null when not logged.</summary>
    public double? HoursSpent { get; init; }

    /// <summary>Null when the time saved is a total or missing.</summary>
    public double? HoursSavedPerWeek { get; init; }

    /// <summary>Hours saved by the end of the period: the written total, or the hours per week for the days since the completion.</summary>
    public double? HoursSaved { get; init; }

    /// <summary>Hours saved ÷ hours spent.</summary>
    public Figure Roi { get; init; }

    /// <summary>Hours spent ÷ hours saved per week; missing without both.</summary>
    public Figure PaybackWeeks { get; init; }

    /// <summary>The measured impact as written.</summary>
    public string? Measured { get; init; }

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

    /// <summary>Returns the time spent in hours; missing when no completion has any.</summary>
    /// <param name="completions">The completions.</param>
    /// <param name="unknown">The reason when there are no completions; null for the usual one.</param>
    public static Figure Spent(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Total(completions, one => one.HoursSpent, "`Time Spent:`", unknown);

    /// <summary>Returns the hours saved by the end of the period; missing when no completion has any.</summary>
    public static Figure Saved(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Total(completions, one => one.HoursSaved, "`Time Saved:`", unknown);

    /// <summary>Returns the hours saved per week; missing when no completion has any.</summary>
    public static Figure Pace(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Total(completions, one => one.HoursSavedPerWeek, "`Time Saved:` per week, such as 15 min/week", unknown);

    private static CompletedImprovement Of(ObservedLifecycle life, DateOnly day, ReportPeriod period)
    {
        var spent = life.Last?.TimeSpent?.Value;
        var pace = life.Last?.SavedPerWeek?.Value;
        var saved = life.Last is { } item ? TimeSaved.After(item, period.To.DayNumber - day.DayNumber) : null;
        return new(day)
        {
            Id = life.Last?.Id,
            Title = life.Title,
            Category = life.Last?.Category?.Value,
            File = life.File,
            Line = life.Item?.Span.Line,
            Address = life.Item?.Address,
            CycleDays = life.CycleDays,
            LeadDays = life.LeadDays,
            HoursSpent = spent,
            HoursSavedPerWeek = pace,
            HoursSaved = saved,
            Roi = SavedBy(life, saved).Over(SpentOn(life, spent)),
            PaybackWeeks = Payback(life, spent, pace),
            Measured = life.Last?.MeasuredImpact?.Text,
        };
    }

    private static Figure Payback(ObservedLifecycle life, double? spent, double? pace) =>
        pace is null && life.Last?.HoursSaved is not null
            ? Figure.Without("its time saved is a total; write it per week, such as 15 min/week")
            : SpentOn(life, spent).Over(SavedBy(life, pace));

    private static Figure SpentOn(ObservedLifecycle life, double? hours) =>
        Known(life, hours, "it has no `Time Spent:`");

    private static Figure SavedBy(ObservedLifecycle life, double? hours) =>
        Known(life, hours, "it has no `Time Saved:`");

    private static Figure Known(ObservedLifecycle life, double? hours, string reason) =>
        hours is { } known
            ? Figure.Of(known)
            : Figure.Without(
                life.Last is null ? "the file no longer has it; move completed improvements to an archive" : reason
            );

    private static Figure Total(
        IEnumerable<CompletedImprovement> completions,
        Func<CompletedImprovement, double?> hours,
        string field,
        string? unknown
    )
    {
        var (sum, known, all) = (0d, 0, 0);
        foreach (var one in completions)
        {
            all++;
            if (hours(one) is { } some)
            {
                sum += some;
                known++;
            }
        }

        return known > 0
            ? Figure.Of(sum)
            : Figure.Without(
                all == 0 ? unknown ?? "nothing was completed"
                : all == 1 ? $"the one completion lacks {field}"
                : $"none of {all} completions has {field}"
            );
    }
}
