using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>Recomputes the examples of <c>docs/statistics.md</c> with exact fractions, and runs the rules on them.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void The_example_of_KZ301_is_right()
    {
        var page = StatisticsPage.Example("KZ301");
        var (a, x, d) = (int.Parse(page["A"]), int.Parse(page["X"]), int.Parse(page["D"]));
        var trials = a - x + d;

        AssertShown(
            page,
            [
                ("r", $"{100d * d / (a - x):0.0}%"),
                ($"P[Bin({trials}, 2/5) = 0]", $"{ExactBinomial.AtMost(0, trials, 2, 5):0.0000}"),
                ($"P[Bin({trials}, 2/5) = 1]", $"{trials * 2 * Math.Pow(3, trials - 1) / Math.Pow(5, trials):0.0000}"),
                ($"P[Bin({trials}, 2/5) <= {d}]", $"{ExactBinomial.AtMost(d, trials, 2, 5):0.0000}"),
                ("verdict", VerdictOf(LowExecutionRate.Rule, a, d, x, 0)),
            ]
        );
    }

    [Fact]
    public void The_example_of_batches_is_right()
    {
        var page = StatisticsPage.Example("batches");
        int[] captured = [.. page["captured per week"].Split(' ').Select(int.Parse)];
        int[] completed = [.. page["completed per week"].Split(' ').Select(int.Parse)];
        var (a, d) = (captured.Sum(), completed.Sum());
        var dispersion = (Index(captured) + Index(completed)) / 2;
        var (fewer, trials) = ((int)Math.Ceiling(d / dispersion), (int)Math.Round((a + d) / dispersion));
        var timeline = new Timeline(
            Sample.DaysAgo(364),
            [.. Events(TimelineEventKind.Captured, captured), .. Events(TimelineEventKind.Completed, completed)]
        );

        AssertShown(
            page,
            [
                ("index of captures", $"{Index(captured):0.00}"),
                ("index of completions", $"{Index(completed):0.00}"),
                ("dispersion", $"{dispersion:0.00}"),
                ($"P[Bin({a + d}, 2/5) <= {d}]", $"{ExactBinomial.AtMost(d, a + d, 2, 5):0.0000}"),
                ($"P[Bin({trials}, 2/5) <= {fewer}]", $"{ExactBinomial.AtMost(fewer, trials, 2, 5):0.0000}"),
                ("verdict", Word(FlowSample.Check(LowExecutionRate.Rule, timeline), LowExecutionRate.Rule)),
            ]
        );

        static double Index(int[] numbers) =>
            numbers.Sum(number => Math.Pow(number - numbers.Average(), 2)) / (numbers.Length - 1) / numbers.Average();

        static IEnumerable<TimelineEvent> Events(TimelineEventKind kind, int[] weeks) =>
            weeks.SelectMany(
                (count, week) =>
                    Enumerable
                        .Range(0, count)
                        .Select(number => new TimelineEvent(
                            kind,
                            $"{kind} {week} {number}",
                            Sample.DaysAgo(7 * (weeks.Length - 1 - week))
                        ))
            );
    }

    [Fact]
    public void The_example_of_KZ302_is_right()
    {
        var page = StatisticsPage.Example("KZ302");
        var (a, x, d) = (int.Parse(page["A"]), int.Parse(page["X"]), int.Parse(page["D"]));

        AssertShown(
            page,
            [
                ("growth", $"{a - d - x}"),
                ($"P[Bin({a + d + x}, 1/2) <= {d + x}]", $"{ExactBinomial.AtMost(d + x, a + d + x, 1, 2):0.0000}"),
                ("verdict", VerdictOf(GrowingBacklog.Rule, a, d, x, 0)),
            ]
        );
    }

    [Fact]
    public void The_example_of_KZ303_is_right()
    {
        var page = StatisticsPage.Example("KZ303");
        var (a, x, d) = (int.Parse(page["A"]), int.Parse(page["X"]), int.Parse(page["D"]));
        var (open, weeks) = (int.Parse(page["O"]), int.Parse(page["W"]));

        Assert.Equal(GateSettings.Default.WindowWeeks, weeks);
        AssertShown(
            page,
            [
                ($"P[Bin({a + d + x}, 1/2) <= {d + x}]", $"{ExactBinomial.AtMost(d + x, a + d + x, 1, 2):0.0000}"),
                ("leaving a week", $"{(d + x) / (double)weeks}"),
                ("open in 52 weeks", $"{open + (52 * (a - d - x) / weeks)}"),
                ("drain time in weeks", $"{(open + (52 * (a - d - x) / weeks)) * weeks / (d + x)}"),
                ("verdict", VerdictOf(EndlesslyGrowingBacklog.Rule, a, d, x, open)),
            ]
        );
    }

    [Fact]
    public void The_example_of_KZ313_is_right()
    {
        var page = StatisticsPage.Example("KZ313");
        var (n, k) = (int.Parse(page["n"]), int.Parse(page["k"]));
        var commits = Enumerable.Range(0, n).Select(number => (DaysAgo: 7 * number, IsDiary: number < k));

        AssertShown(
            page,
            [
                ($"P[Bin({n}, 1/3) >= {k}]", $"{1 - ExactBinomial.AtMost(k - 1, n, 1, 3):0.0000}"),
                ("verdict", Word(DiaryTeam.Check(commits), CapturedAsDone.Rule)),
            ]
        );
    }

    [Fact]
    public void The_example_of_KZ405_is_right()
    {
        var page = StatisticsPage.Example("KZ405");
        double[] before = [.. page["base period"].Split(' ').Select(double.Parse)];
        double[] latest = [.. page["latest"].Split(' ').Select(double.Parse)];
        double[] all = [.. before, .. latest];
        var mean = before.Average();
        var range = before.Zip(before.Skip(1), (one, next) => Math.Abs(next - one)).Average();
        var points = all.Select((value, at) => new MetricPoint(Sample.AsOf.AddDays(at - 99), value, default));
        double[] ranks =
        [
            .. all.Select(value =>
                all.Count(other => other < value) + ((all.Count(other => other.Equals(value)) + 1) / 2d)
            ),
        ];
        var (low, high) = (ranks[..before.Length].Average(), ranks[before.Length..].Average());
        var variance = ranks.Sum(rank => Math.Pow(rank - ranks.Average(), 2)) / (all.Length - 1);
        var error = Math.Sqrt(variance * ((1d / before.Length) + (1d / latest.Length)));

        AssertShown(
            page,
            [
                ("mean", $"{mean:0.000}"),
                ("mean moving range", $"{range:0.000}"),
                ("limit", $"{mean + (2.66 * range):0.000}"),
                ("mean rank of the base period", $"{low}"),
                ("mean rank of the latest", $"{high}"),
                ("standard error", $"{error:0.000}"),
                ("distance", $"{(high - low) / error:0.00}"),
                (
                    "verdict",
                    Word(
                        Sample.Check(
                            SystemDegrading.Rule,
                            Sample.Backlog() with
                            {
                                Metrics = [new("m", [.. points])],
                            },
                            GateSettings.Default with
                            {
                                Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add("m", new(Better.Lower)),
                            }
                        ),
                        SystemDegrading.Rule
                    )
                ),
            ]
        );
    }

    private static void AssertShown(IReadOnlyDictionary<string, string> page, (string Name, string Value)[] expected) =>
        Assert.Equal(expected, expected.Select(line => (line.Name, page.GetValueOrDefault(line.Name, "missing"))));

    private static string VerdictOf(Rule rule, int captured, int completed, int rejected, int open) =>
        Word(FlowSample.Check(rule, FlowSample.Timeline(captured, completed, rejected), open), rule);

    private static string Word(RuleResult[] results, Rule rule) =>
        results is [Violation found] ? $"{found.Severity ?? rule.DefaultSeverity}".ToLowerInvariant() : "none";
}
