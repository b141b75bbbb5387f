using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Tests.Signals;

public sealed class SignalEffectTests
{
    private static readonly SignalKey Key = new("sessions", "fails", "npm ci");
    private static readonly DateOnly Completed = new(2026, 2, 2);

    [Fact]
    public void Far_fewer_occurrences_improved()
    {
        var effect = Effect(before: [3, 4, 3, 4], after: [0, 1, 0]);

        Assert.Equal((14, 4, 1, 3), (effect.Before, effect.WeeksBefore, effect.After, effect.WeeksAfter));
        Assert.Equal(SignalOutcome.Improved, effect.Outcome);
        Assert.Equal("occurrences 3.5/week → 0.33/week", effect.Measurement);
    }

    [Fact]
    public void As_many_occurrences_are_unchanged() =>
        Assert.Equal(SignalOutcome.Unchanged, Effect([3, 4, 3, 4], [3, 3, 4]).Outcome);

    [Fact]
    public void More_occurrences_are_unchanged() =>
        Assert.Equal(SignalOutcome.Unchanged, Effect([1, 0, 1, 0], [3, 3, 4]).Outcome);

    [Fact]
    public void Under_five_occurrences_are_too_little() =>
        Assert.Equal(
            (SignalOutcome.TooLittleData, "needs 5 occurrences, found 4"),
            (Effect([1, 1, 1, 1], [0, 0, 0]).Outcome, Effect([1, 1, 1, 1], [0, 0, 0]).Missing)
        );

    [Fact]
    public void A_fall_that_can_be_chance_is_too_little() =>
        Assert.Equal(SignalOutcome.TooLittleData, Effect([2, 1, 2], [0, 1]).Outcome);

    [Fact]
    public void Without_a_week_after_there_is_too_little() =>
        Assert.Equal(SignalOutcome.TooLittleData, Effect([3, 4, 3, 4], []).Outcome);

    [Fact]
    public void A_week_without_observation_does_not_count()
    {
        var digest = Digest([3, 4, 3, 4], []);
        digest.Observe("sessions", Completed.AddDays(29));
        digest.Add(Key.Text, Completed.AddDays(29), new(2, 1, 0));

        var counts = SignalCounts.Of(digest, Key, Completed, Completed.AddDays(60));

        Assert.Equal([new ObservedWeek(2, 1)], counts.After);
    }

    [Fact]
    public void Batches_widen_the_interval()
    {
        var even = Effect([4, 4, 4, 4, 4], [2, 2, 2, 2, 2]);
        var batches = Effect([20, 0, 0, 0, 0], [10, 0, 0, 0, 0]);

        Assert.Equal(even.Ratio!.Value, batches.Ratio!.Value);
        Assert.True(batches.Ratio.High > even.Ratio.High);
    }

    [Fact]
    public void A_state_is_not_compared()
    {
        Assert.True(new SignalKey("git", "todo", "a.cs").IsState);
        Assert.True(new SignalKey("warnings", "rule", "CA1062").IsState);
        Assert.False(Key.IsState);
    }

    private static SignalEffect Effect(int[] before, int[] after)
    {
        var digest = Digest(before, after);
        return SignalEffect.Of(Key, SignalCounts.Of(digest, Key, Completed, Completed.AddDays(200)));
    }

    /// <summary>A digest with occurrences in whole weeks, the latest before and the earliest after first.</summary>
    private static SignalDigest Digest(int[] before, int[] after)
    {
        var digest = new SignalDigest();
        for (var week = 0; week < before.Length; week++)
        {
            Week(digest, Completed.AddDays(-7 * (week + 1)), before[week]);
        }

        for (var week = 0; week < after.Length; week++)
        {
            Week(digest, Completed.AddDays((7 * week) + 1), after[week]);
        }

        return digest;
    }

    private static void Week(SignalDigest digest, DateOnly first, int count)
    {
        digest.Observe("sessions", first);
        digest.Observe("sessions", first.AddDays(6));
        if (count > 0)
        {
            digest.Add(Key.Text, first.AddDays(3), new(count, 1, 0));
        }
    }
}
