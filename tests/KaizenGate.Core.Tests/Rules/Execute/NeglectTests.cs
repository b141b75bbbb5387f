using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Execute;

/// <summary>Eight improvements are open and 200 days old. What the team takes meanwhile decides between KZ305 as a warning and as an error.</summary>
public sealed class NeglectTests
{
    /// <summary>
    /// None of the 12 completed was old, and all 8 open ones are. If age played no part, this had a probability of 1 ÷ C(20, 8), 0.0008%.
    /// </summary>
    [Fact]
    public void Old_improvements_that_are_passed_over_for_new_ones_with_equal_scores_are_an_error()
    {
        var found = Check(Completed(12, daysAgo: 20, age: 10, score: 30));

        Assert.Equal(Severity.Error, found.Severity);
        Assert.EndsWith(
            "it must be under 50%; of those taken in the last 12 weeks with a score of at least 30, 0 of 12 were old; "
                + "of those open, 8 of 8",
            found.Message
        );
    }

    [Fact]
    public void A_team_that_takes_the_best_first_leaves_low_scores_and_gets_a_warning() =>
        Assert.Equal(Severity.Warning, Check(Completed(12, daysAgo: 20, age: 10, score: 60)).Severity);

    [Fact]
    public void A_team_that_takes_the_oldest_first_gets_a_warning() =>
        Assert.Equal(Severity.Warning, Check(Completed(12, daysAgo: 20, age: 250, score: 30)).Severity);

    [Fact]
    public void A_few_completions_show_nothing() =>
        Assert.Equal(Severity.Warning, Check(Completed(2, daysAgo: 20, age: 10, score: 30)).Severity);

    [Fact]
    public void If_nothing_leaves_it_is_an_error()
    {
        var found = Check();

        Assert.Equal(Severity.Error, found.Severity);
        Assert.EndsWith(", and none was completed, rejected or put in progress in the last 12 weeks", found.Message);
    }

    [Fact]
    public void A_rejection_is_a_decision() =>
        Assert.Equal(Severity.Warning, Check(HistorySample.Event(Rejected, "no", 20)).Severity);

    [Theory]
    [InlineData(120, Severity.Warning)]
    [InlineData(121, Severity.Error)]
    internal void Between_90_and_120_days_it_only_warns(int age, Severity expected) =>
        Assert.Equal(expected, CheckAt(age).Severity);

    /// <summary>Eight old ones put in progress and back would otherwise look like eight that were taken.</summary>
    [Fact]
    public void A_start_that_was_put_back_took_nothing() =>
        Assert.Equal(
            Severity.Error,
            Check([
                .. Completed(12, daysAgo: 20, age: 10, score: 30),
                .. Enumerable.Range(0, 8).Select(number => HistorySample.Event(Started, $"old {number}", 5)),
            ]).Severity
        );

    /// <summary>A history of three weeks does not show what was taken in twelve.</summary>
    [Fact]
    public void A_window_that_is_not_known_shows_nothing()
    {
        var items = Items().Select(item => item with { Captured = Sample.Written(Sample.DaysAgo(200)) });
        var timeline = HistorySample.Of(
            21,
            [],
            [.. Enumerable.Range(0, 8).Select(number => HistorySample.Stock(Captured, $"old {number}", 21))]
        );

        Assert.Equal(
            Severity.Warning,
            HistorySample.Check(SomedayMaybe.Rule, timeline, [.. items]).OnlyViolation().Severity
        );
    }

    private static Improvement[] Items() =>
        [.. Enumerable.Range(0, 8).Select(number => Sample.Item($"old {number}", 5, 5))];

    /// <summary>Improvements that were captured and completed.</summary>
    private static TimelineEvent[] Completed(int count, int daysAgo, int age, double score) =>
        [
            .. Enumerable
                .Range(0, count)
                .SelectMany(number =>
                    new[]
                    {
                        HistorySample.Event(Captured, $"done {number}", daysAgo + age),
                        HistorySample.Event(TimelineEventKind.Completed, $"done {number}", daysAgo) with
                        {
                            Score = score,
                        },
                    }
                ),
        ];

    private static Violation Check(params TimelineEvent[] events) => CheckAt(200, events);

    private static Violation CheckAt(int age, params TimelineEvent[] events)
    {
        var captured = Enumerable.Range(0, 8).Select(number => HistorySample.Event(Captured, $"old {number}", age));
        return HistorySample
            .Check(SomedayMaybe.Rule, HistorySample.Of(364, [], [.. captured, .. events]), Items())
            .OnlyViolation();
    }
}
