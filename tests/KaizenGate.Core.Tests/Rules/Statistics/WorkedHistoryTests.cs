using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Timelines;
using Kind = KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>Puts the examples of <c>docs/statistics.md</c> that count days before the rules.</summary>
public sealed class WorkedHistoryTests
{
    [Fact]
    public void The_example_of_KZ102_is_right()
    {
        var page = StatisticsPage.Example("KZ102");

        AssertDays(page, "last work", "days");
        AssertVerdict(page, EmptyBacklog.Rule, [On(Kind.Completed, "a", page["last work"])], []);
    }

    [Fact]
    public void The_example_of_KZ103_is_right()
    {
        var page = StatisticsPage.Example("KZ103");

        AssertDays(page, "last capture", "days");
        AssertVerdict(
            page,
            CaptureStalled.Rule,
            [On(Kind.Captured, "a", page["last capture"])],
            [],
            page["last commit"]
        );
    }

    [Theory]
    [InlineData("KZ104")]
    [InlineData("KZ105")]
    public void The_examples_of_sessions_are_right(string id)
    {
        var page = StatisticsPage.Example(id);
        var context = Sample.Context(RuleCatalog.Find(id)!, Sample.Backlog()) with
        {
            Range = new() { Description = "since main", CapturedInAll = int.Parse(page["captured"]) },
        };

        Assert.Equal(page["verdict"], Word(context.Rule, [.. context.Rule.Check(context)]));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void The_example_of_KZ304_is_right(int gap)
    {
        var page = StatisticsPage.Example("KZ304");
        var (before, with) = (int.Parse(page["weeks before"]), int.Parse(page["with a completion"]));
        var items = Enumerable.Range(0, 8).Select(at => Sample.Item($"{at}")).ToArray();
        var start = 7 * (gap + before - 1);

        Assert.Equal(page[$"probability of {gap} weeks"], $"{Math.Pow((double)before / (before + gap), with):0.0000}");
        Assert.Equal(
            page[$"verdict after {gap} weeks"],
            Word(
                ExecutionStalled.Rule,
                HistorySample.Check(
                    ExecutionStalled.Rule,
                    HistorySample.Of(
                        start,
                        [.. Enumerable.Range(0, start)],
                        [
                            .. items.Select(item => HistorySample.Event(Kind.Captured, item.Key, start)),
                            .. Enumerable
                                .Range(gap, with)
                                .Select(week => HistorySample.Event(Kind.Completed, $"done {week}", 7 * week)),
                        ]
                    ),
                    items
                )
            )
        );
    }

    [Fact]
    public void The_example_of_KZ305_is_right()
    {
        var page = StatisticsPage.Example("KZ305");
        var (open, old) = (int.Parse(page["open"]), int.Parse(page["over 90 days"]));

        Assert.Equal(page["share"], $"{100 * old / open}%");
        AssertVerdict(page, SomedayMaybe.Rule, Waiting(open, old, 91), Open(open));
    }

    [Fact]
    public void The_example_of_what_is_passed_over_is_right()
    {
        var page = StatisticsPage.Example("KZ305 passed over");
        var (taken, takenOld) = (int.Parse(page["taken"]), int.Parse(page["of them old"]));
        var (left, leftOld) = (int.Parse(page["left"]), int.Parse(page["old among them"]));

        Assert.Equal((0, left), (takenOld, leftOld));
        Assert.Equal(page["probability"], $"{1 / Ways(taken + left, taken):0.0000}");
        AssertVerdict(
            page,
            SomedayMaybe.Rule,
            [
                .. Waiting(left, leftOld, 121),
                .. Enumerable
                    .Range(0, taken)
                    .SelectMany(at =>
                        new[]
                        {
                            HistorySample.Event(Kind.Captured, $"done {at}", 40),
                            HistorySample.Event(Kind.Completed, $"done {at}", 20),
                        }
                    ),
            ],
            Open(left)
        );

        static double Ways(int from, int number) => number == 0 ? 1 : Ways(from - 1, number - 1) * from / number;
    }

    [Fact]
    public void The_example_of_KZ306_is_right()
    {
        var page = StatisticsPage.Example("KZ306");

        AssertDays(page, "last touched", "days");
        AssertVerdict(page, StaleImprovement.Rule, [On(Kind.Captured, "a", page["last touched"])], [Sample.Item("a")]);
    }

    [Fact]
    public void The_example_of_KZ310_is_right()
    {
        var page = StatisticsPage.Example("KZ310");
        int[] days = [.. page["cycle times"].Split(' ').Select(int.Parse)];
        var place = 1 + ((days.Length - 1) * 85 / 100d);
        var below = days[(int)place - 1];

        Assert.Equal(days.Order(), days);
        Assert.Equal(page["place"], $"{place}");
        Assert.Equal(page["percentile"], $"{below + ((place - (int)place) * (days[(int)place] - below)):0.##}");
        Assert.Equal(page["median"], $"{(days[4] + days[5]) / 2d}");
        AssertVerdict(
            page,
            AgeingInProgress.Rule,
            [
                .. days.SelectMany(
                    (took, at) =>
                        new[]
                        {
                            HistorySample.Event(Kind.Started, $"done {at}", 100),
                            HistorySample.Event(Kind.Completed, $"done {at}", 100 - took),
                        }
                ),
                HistorySample.Event(Kind.Started, "a", int.Parse(page["age"])),
            ],
            [Sample.Item("a", status: Status.InProgress)]
        );
    }

    [Fact]
    public void The_example_of_KZ312_is_right()
    {
        var page = StatisticsPage.Example("KZ312");

        AssertDays(page, "captured", "days");
        AssertVerdict(
            page,
            UnscheduledHighPriority.Rule,
            [On(Kind.Captured, "a", page["captured"])],
            [Sample.Item("a", 9, 1)]
        );
    }

    [Fact]
    public void The_example_of_KZ402_is_right() =>
        AssertVerdict(
            StatisticsPage.Example("KZ402"),
            UndatedCompletion.Rule,
            [HistorySample.Stock(Kind.Captured, "a", 364), HistorySample.Stock(Kind.Completed, "a", 364)],
            [Sample.Item("a", status: Status.Done)]
        );

    private static TimelineEvent[] Waiting(int open, int old, int age) =>
        [.. Enumerable.Range(0, open).Select(at => HistorySample.Event(Kind.Captured, $"{at}", at < old ? age : 90))];

    private static Improvement[] Open(int open) => [.. Enumerable.Range(0, open).Select(at => Sample.Item($"{at}"))];

    private static TimelineEvent On(TimelineEventKind kind, string key, string day) =>
        HistorySample.Event(kind, key, Sample.AsOf.DayNumber - DateOnly.Parse(day).DayNumber);

    private static void AssertDays(IReadOnlyDictionary<string, string> page, string from, string days)
    {
        Assert.Equal($"{Sample.AsOf:yyyy-MM-dd}", page.GetValueOrDefault("today", "2026-03-02"));
        Assert.Equal(page[days], $"{Sample.AsOf.DayNumber - DateOnly.Parse(page[from]).DayNumber}");
    }

    private static void AssertVerdict(
        IReadOnlyDictionary<string, string> page,
        Rule rule,
        TimelineEvent[] events,
        Improvement[] items,
        string lastCommit = "2026-03-02"
    )
    {
        var commit = Sample.AsOf.DayNumber - DateOnly.Parse(lastCommit).DayNumber;
        Assert.Equal(
            page["verdict"],
            Word(rule, HistorySample.Check(rule, HistorySample.Of(364, [commit], events), items))
        );
    }

    private static string Word(Rule rule, RuleResult[] results) =>
        $"{results.OnlyViolation().Severity ?? rule.DefaultSeverity}".ToLowerInvariant();
}
