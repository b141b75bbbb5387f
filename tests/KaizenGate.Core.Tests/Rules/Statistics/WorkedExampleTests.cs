using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules.Execute;

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
                ($"P[Bin({trials}, 1/3) = 0]", $"{ExactBinomial.AtMost(0, trials, 1, 3):0.0000}"),
                ($"P[Bin({trials}, 1/3) = 1]", $"{trials * Math.Pow(2, trials - 1) / Math.Pow(3, trials):0.0000}"),
                ($"P[Bin({trials}, 1/3) <= {d}]", $"{ExactBinomial.AtMost(d, trials, 1, 3):0.0000}"),
                ("verdict", VerdictOf(LowExecutionRate.Rule, a, d, x, 0)),
            ]
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
                ("drain time in weeks", $"{open * weeks / (d + x)}"),
                ("verdict", VerdictOf(EndlesslyGrowingBacklog.Rule, a, d, x, open)),
            ]
        );
    }

    [Fact]
    public void The_example_of_KZ405_is_right()
    {
        var page = StatisticsPage.Example("KZ405");
        double[] values = [.. page["values"].Split(' ').Select(double.Parse)];
        var mean = values.Average();
        var range = values.Zip(values.Skip(1), (one, next) => Math.Abs(next - one)).Average();
        var points = values.Select((value, at) => new MetricPoint(Sample.AsOf.AddDays(at - 99), value, default));

        AssertShown(
            page,
            [
                ("mean", $"{mean:0.000}"),
                ("mean moving range", $"{range:0.000}"),
                ("limit", $"{mean + (2.66 * range):0.000}"),
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
