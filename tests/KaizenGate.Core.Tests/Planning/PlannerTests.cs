using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Planning;

public sealed class PlannerTests
{
    [Fact]
    public void The_best_total_within_8_hours_is_chosen()
    {
        // 72 + 48 + 36 = 156 in 8 hours; with the 54 in 5 hours it would be 54 + 72 = 126.
        var plan = Plan(Work("a", 9, 2, 5, score: 54), Work("b", 8, 2, 2), Work("c", 6, 3, 3), Work("d", 4, 2, 3));

        Assert.Equal(["b", "c", "d"], Titles(plan.Chosen));
        Assert.Equal((8, 156), (plan.ChosenHours, plan.ChosenScore));
        Assert.Equal(1, plan.NotChosen);
    }

    [Fact]
    public void The_remaining_hours_of_work_in_progress_come_first()
    {
        var begun = Work("begun", 4, 2, 6) with { Status = Status.InProgress, TimeSpent = Sample.Written(1.5) };
        var plan = Plan(Work("a", 9, 2, 4), Work("b", 8, 2, 3), begun);

        Assert.Equal((4.5, 3.5), (plan.StartedHours, plan.FreeHours));
        Assert.Equal(["begun"], Titles(plan.Started));
        Assert.Equal(["b"], Titles(plan.Chosen));
    }

    [Fact]
    public void Nothing_new_is_chosen_when_work_in_progress_exceeds_the_capacity()
    {
        var plan = Plan(Work("a", 9, 2, 1), Work("begun", 4, 2, 9) with { Status = Status.InProgress });

        Assert.True(plan.IsOverfull);
        Assert.Equal(0, plan.FreeHours);
        Assert.Empty(plan.Chosen);
        Assert.Empty(plan.JustMissed);
        Assert.Equal(1, plan.NotChosen);
    }

    [Fact]
    public void Exactly_the_capacity_fits() =>
        Assert.False(Plan(Work("begun", 4, 2, 8) with { Status = Status.InProgress }).IsOverfull);

    [Fact]
    public void An_excluded_improvement_has_its_reason()
    {
        var plan = Plan(
            Sample.Item("no effort", 8),
            Sample.Item("off", 12, 2),
            Sample.Item("later", 8, 2, Status.Deferred),
            Sample.Item("done", 8, 2, Status.Done),
            Sample.Item("done too", null, null, Status.Done),
            Sample.Item("no", 8, 2, Status.Rejected)
        );

        Assert.Equal(
            [
                (ExclusionReason.Unscored, "no effort"),
                (ExclusionReason.OffScale, "off"),
                (ExclusionReason.Deferred, "later"),
                (ExclusionReason.Done, "done, done too"),
                (ExclusionReason.Rejected, "no"),
            ],
            plan.LeftOut.Select(one => (one.Reason, string.Join(", ", Titles(one.Items))))
        );
        Assert.Empty(plan.Chosen);
    }

    [Theory]
    [InlineData(double.NaN, ExclusionReason.Unscored)]
    [InlineData(double.PositiveInfinity, ExclusionReason.Unscored)]
    [InlineData(0d, ExclusionReason.NoScore)]
    [InlineData(-3d, ExclusionReason.NoScore)]
    internal void An_unusable_score_excludes_the_improvement(double score, ExclusionReason reason) =>
        Assert.Equal(reason, Assert.Single(Plan(Work("a", 8, 2, 1, score)).LeftOut).Reason);

    [Fact]
    public void Another_formula_needs_estimates()
    {
        var scoring = Scoring.Default with { Formula = Formula.Parse("reach*impact/effort") };
        var plan = KaizenGate.Core.Planning.Plan.Of(
            [Sample.Backlog(Sample.Item("a", 8, 2), Work("b", 8, 20, 2, score: 7))],
            scoring,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

        Assert.Equal(["b"], Titles(plan.Chosen));
        Assert.Equal(ExclusionReason.NoTime, Assert.Single(plan.LeftOut).Reason);
    }

    [Fact]
    public void Several_backlogs_share_one_capacity()
    {
        var plan = KaizenGate.Core.Planning.Plan.Of(
            [Sample.Backlog(Work("a", 8, 2, 5)), Sample.Backlog(Work("b", 9, 2, 5))],
            Scoring.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

        Assert.Equal(["b"], Titles(plan.Chosen));
    }

    [Fact]
    public void A_rounding_error_costs_no_minute()
    {
        // 0.2 × 16.4 × 15 is 49.2, and slightly less in floating point.
        var plan = KaizenGate.Core.Planning.Plan.Of(
            [Sample.Backlog(Work("a", 8, 2, 49.2))],
            Scoring.Default,
            new Capacity(15, 16.4),
            Sample.AsOf
        );

        Assert.Equal(["a"], Titles(plan.Chosen));
    }

    [Fact]
    public void A_near_miss_lists_what_it_would_displace_and_the_loss()
    {
        // a and b make 90 + 72 in 8 hours; c in place of b makes 90 + 49.
        var plan = Plan(Work("a", 9, 1, 4), Work("b", 8, 2, 4), Work("c", 7, 4, 4));
        var miss = Assert.Single(plan.JustMissed);

        Assert.Equal(("c", 139d, 23d), (miss.Missed.Item.Title, miss.Total, miss.Loss));
        Assert.Equal(["b"], Titles(miss.Displaced));
        Assert.Empty(miss.Replaces);
    }

    [Fact]
    public void A_near_miss_lists_the_improvements_that_would_join_it()
    {
        // a fills the 8 hours with 90; with b (6 hours) there is room for c (2 hours): 40 + 30 = 70.
        var plan = Plan(Work("a", 9, 1, 8), Work("b", 8, 6, 6), Work("c", 5, 5, 2));

        Assert.Equal(["a"], Titles(plan.Chosen));
        var miss = plan.JustMissed[0];
        Assert.Equal(("b", 70d, 20d), (miss.Missed.Item.Title, miss.Total, miss.Loss));
        Assert.Equal(["a"], Titles(miss.Displaced));
        Assert.Equal(["c"], Titles(miss.Replaces));
    }

    [Fact]
    public void An_equal_choice_is_a_near_miss_without_a_loss()
    {
        var plan = Plan(Work("a", 8, 2, 4), Work("b", 8, 2, 5), Work("c", 8, 2, 6));

        Assert.Equal(["a"], Titles(plan.Chosen));
        Assert.Equal(
            [("b", 0d, true), ("c", 0d, true)],
            plan.JustMissed.Select(miss => (miss.Missed.Item.Title, miss.Loss!.Value, miss.TakesLonger))
        );
    }

    [Fact]
    public void An_improvement_that_never_fits_has_no_total()
    {
        var plan = Plan(Work("a", 8, 2, 4), Work("huge", 9, 2, 9));
        var miss = Assert.Single(plan.JustMissed);

        Assert.Equal(("huge", null), (miss.Missed.Item.Title, miss.Total));
        Assert.Equal((1, 1), (plan.NotChosen, plan.TooLong));
    }

    [Fact]
    public void An_item_without_time_has_no_score_per_hour()
    {
        var plan = Plan(Work("a", 8, 2, 0));

        Assert.Null(Assert.Single(plan.Chosen).ScorePerHour);
    }

    [Fact]
    public void An_empty_backlog_has_an_empty_plan()
    {
        var plan = Plan();

        Assert.Empty(plan.Chosen);
        Assert.Equal((0, 0), (plan.NotChosen, plan.LeftOut.Length));
    }

    private static Improvement Work(string title, double impact, double effort, double hours, double? score = null)
    {
        var item = Sample.Item(title, impact, effort) with { EstimatedHours = Sample.Written(hours) };
        return item with { Score = score ?? item.Score };
    }

    private static Plan Plan(params Improvement[] items) =>
        KaizenGate.Core.Planning.Plan.Of(
            [Sample.Backlog(items)],
            Scoring.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

    private static string[] Titles(IEnumerable<PlannedItem> items) => [.. items.Select(item => item.Item.Title)];
}
