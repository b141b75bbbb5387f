using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>The time spent on improvements and the time set aside for them.</summary>
internal sealed record Investment
{
    /// <summary>Per person: 15 minutes of review, 10 of capture, 10 of scoring and 5 of selection.</summary>
    public const double PlanningHoursPerWeek = 40 / 60d;

    /// <summary>Time spent on the completions of the period; missing when none has any.</summary>
    public required Figure HoursSpent { get; init; }

    /// <summary>The number of completions with time spent.</summary>
    public required int Logged { get; init; }

    /// <summary>The number of completions; null when unknown.</summary>
    public required int? Completed { get; init; }

    /// <summary>People × hours per week × weeks.</summary>
    public required double WorkingHours { get; init; }

    /// <summary>20% of the working hours.</summary>
    public required double CapacityHours { get; init; }

    /// <summary>Hours spent ÷ working hours; the target is 0.2.</summary>
    public required Figure ShareOfWorkingTime { get; init; }

    /// <summary>Hours spent ÷ capacity hours; may exceed 1.</summary>
    public required Figure ShareOfCapacity { get; init; }

    /// <summary>The weekly planning, 40 minutes per person. Not part of the hours spent.</summary>
    public required double PlanningHours { get; init; }

    public static Investment Of(
        ImmutableArray<CompletedImprovement> completions,
        ReportPeriod period,
        GateSettings settings
    )
    {
        var capacity = Capacity.Of(settings, period.Weeks);
        var spent = CompletedImprovement.Spent(completions, period.Unknown);
        return new()
        {
            HoursSpent = spent,
            Logged = completions.Count(one => one.HoursSpent is not null),
            Completed = period.Unknown is null ? completions.Length : null,
            WorkingHours = capacity.WorkingHours,
            CapacityHours = capacity.Hours,
            ShareOfWorkingTime = spent.Then(capacity.ShareOf),
            ShareOfCapacity = spent.Then(hours => hours / capacity.Hours),
            PlanningHours = PlanningHoursPerWeek * settings.People * period.Weeks,
        };
    }
}

/// <summary>The return of all completions of the period; one without time spent or saved counts as 0.</summary>
internal sealed record Return
{
    /// <summary>Missing when no completion has time saved.</summary>
    public required Figure HoursSaved { get; init; }

    /// <summary>The number of completions with time saved.</summary>
    public required int Measured { get; init; }

    /// <summary>Saved ÷ spent: 1.09 is 1.09×.</summary>
    public required Figure Gross { get; init; }

    /// <summary>(Saved − spent) ÷ spent: 0.09 is 9%.</summary>
    public required Figure Net { get; init; }

    /// <summary>Saved ÷ (spent + planning).</summary>
    public required Figure GrossWithPlanning { get; init; }

    /// <summary>(Saved − spent − planning) ÷ (spent + planning).</summary>
    public required Figure NetWithPlanning { get; init; }

    /// <summary>Returns the time saved since each completion.</summary>
    public static Return Accrued(
        ImmutableArray<CompletedImprovement> completions,
        Investment investment,
        ReportPeriod period
    ) => Of(completions, CompletedImprovement.Saved(completions, period.Unknown), investment);

    /// <summary>Returns the time saved if every completion had been before the first day; written totals are unchanged.</summary>
    public static Return AtFullPace(
        ImmutableArray<CompletedImprovement> completions,
        Investment investment,
        ReportPeriod period
    ) =>
        Of(
            completions,
            CompletedImprovement.Saved(
                completions.Select(one =>
                    one.HoursSavedPerWeek is { } pace ? one with { HoursSaved = pace * period.Weeks } : one
                ),
                period.Unknown
            ),
            investment
        );

    private static Return Of(ImmutableArray<CompletedImprovement> completions, Figure saved, Investment investment)
    {
        var gross = saved.Over(investment.HoursSpent);
        var withPlanning = saved.Over(investment.HoursSpent.Then(spent => spent + investment.PlanningHours));
        return new()
        {
            HoursSaved = saved,
            Measured = completions.Count(one => one.HoursSaved is not null),
            Gross = gross,
            Net = gross.Then(NetOf),
            GrossWithPlanning = withPlanning,
            NetWithPlanning = withPlanning.Then(NetOf),
        };
    }

    private static double NetOf(double gross) => gross - 1;
}
