using System.Collections.Immutable;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Works out what went in and what came back.</summary>
internal static class Returns
{
    /// <summary>The weekly ritual of one person: 15 minutes of review, 10 of capture, 10 of scoring, 5 of selection.</summary>
    public const double PlanningHoursPerWeek = 40 / 60d;

    public static Investment Investment(
        ImmutableArray<CompletedImprovement> completions,
        ReportPeriod period,
        GateSettings settings
    )
    {
        var capacity = Capacity.Of(settings, period.Weeks);
        var spent = ReportTotals.Spent(completions, period.Unknown);
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

    /// <summary>What came back from the day of each completion on.</summary>
    public static Return Accrued(
        ImmutableArray<CompletedImprovement> completions,
        Investment investment,
        ReportPeriod period
    ) => Of(completions, ReportTotals.Saved(completions, period.Unknown), investment);

    /// <summary>What would come back if everything had been there from the first day; written totals stay what they are.</summary>
    public static Return AtFullPace(
        ImmutableArray<CompletedImprovement> completions,
        Investment investment,
        ReportPeriod period
    ) =>
        Of(
            completions,
            ReportTotals.Saved(
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
