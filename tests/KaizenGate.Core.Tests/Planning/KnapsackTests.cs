using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

/// <summary>Small selections, computed by hand.</summary>
public sealed class KnapsackTests
{
    [Fact]
    public void The_best_total_may_leave_out_the_highest_score() =>
        // 90 alone, or 50 + 48 = 98 in the same 8 hours.
        Assert.Equal([1, 2], Best(480, (480, 90), (240, 50), (240, 48)));

    [Fact]
    public void The_best_total_may_leave_out_the_highest_score_per_hour() =>
        // 30 an hour and 25 an hour; yet the two that bring less an hour fill the 4 hours with 50 + 50.
        Assert.Equal([0, 1], Best(240, (120, 50), (120, 50), (60, 30)));

    [Fact]
    public void Fewer_hours_break_a_tie_of_scores() => Assert.Equal([1], Best(240, (240, 72), (120, 72), (180, 72)));

    [Fact]
    public void The_order_breaks_a_tie_of_scores_and_hours() =>
        Assert.Equal([0], Best(120, (120, 48), (120, 48), (120, 48)));

    [Fact]
    public void The_higher_single_score_breaks_a_tie_of_selections() =>
        // 60 + 40 and 55 + 45, both in 4 hours; 60 + 45 takes 5.
        Assert.Equal([0, 3], Best(240, (180, 60), (120, 55), (120, 45), (60, 40)));

    [Fact]
    public void An_improvement_without_time_is_always_selected() => Assert.Equal([1], Best(0, (60, 90), (0, 1)));

    [Fact]
    public void An_improvement_without_score_is_never_selected() => Assert.Empty(Best(60, (0, 0), (0, -5), (30, -1)));

    [Fact]
    public void Minutes_count_when_estimates_have_no_common_divisor() =>
        // 97 + 89 + 54 = 240 exactly.
        Assert.Equal([0, 2, 4], Best(240, (97, 40), (150, 39), (89, 38), (160, 37), (54, 36)));

    [Fact]
    public void Scores_in_fractions_add_up() =>
        // 3 × 3.4 is more than 10.
        Assert.Equal([1, 2, 3], Best(180, (180, 10), (60, 3.4), (60, 3.4), (60, 3.4)));

    [Fact]
    public void Huge_scores_do_not_overflow() =>
        Assert.Equal([1, 2], Best(480, (480, 9e29), (240, 5e29), (240, 4.5e29)));

    private static int[] Best(int minutes, params (int Minutes, double Score)[] loads) =>
        [.. Knapsack.Best([.. loads.Select(load => (load.Minutes, load.Score))], minutes)];
}
