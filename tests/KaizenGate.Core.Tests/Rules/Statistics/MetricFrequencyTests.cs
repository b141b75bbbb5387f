using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>
/// How often KZ405 fires, against the table of <c>docs/statistics.md</c>. The seed is fixed, so a run is the same each time.
/// With <c>KAIZEN_TESTS_LONG=1</c> forty times as many metrics are simulated.
/// </summary>
public sealed class MetricFrequencyTests(ITestOutputHelper output)
{
    private static readonly int Metrics = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 8_000 : 200;

    public static TheoryData<string> Laws => [.. StatisticsPage.Table("metric").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_metric_fires_as_often_as_documented(string law)
    {
        var random = new Random(405);
        var row = StatisticsPage.Table("metric").Single(row => row[0] == law);
        var fired = new int[6];
        for (var number = 0; number < Metrics; number++)
        {
            var stable = new SimulatedMetric(law, random);
            var years = Enumerable.Range(0, 104).Select(_ => stable.Next()).ToArray();
            fired[0] += Fires(law, years, 1, 52).Error is null ? 0 : 1;
            var (error, warning) = Fires(law, years, 53, 104);
            fired[1] += error is null ? 0 : 1;
            fired[2] += warning is null ? 0 : 1;
            if (row[4] is "–")
            {
                continue;
            }

            var worse = new SimulatedMetric(law, random);
            var shifted = Enumerable.Range(0, 40).Select(week => worse.Next(week < 24 ? 0 : 2)).ToArray();
            (error, warning) = Fires(law, shifted, 25, 40);
            fired[3] += warning <= 32 ? 1 : 0;
            fired[4] += error <= 32 ? 1 : 0;
            fired[5] += error is null ? 0 : 1;
        }

        output.WriteLine($"| {law} | {string.Join(" | ", fired.Select(count => $"{100d * count / Metrics:0.0}"))} |");
        StatisticsPage.AssertNear(row[1..], fired, Metrics);
    }

    /// <summary>The promise of the page: every law has fewer than 5% of years with a false error, by the long simulation.</summary>
    [Fact]
    public void The_documented_rates_of_false_errors_are_below_five_percent() =>
        Assert.All(
            StatisticsPage.Table("metric"),
            row => Assert.All(row[1..3], rate => Assert.InRange(double.Parse(rate), 0, 4.9))
        );

    /// <summary>Returns the first of some weeks with a finding of each severity; an error is also a warning.</summary>
    private static (int? Error, int? Warning) Fires(string law, double[] values, int first, int last)
    {
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                "m",
                new(Better.Lower) { Kind = SimulatedMetric.KindOf(law) }
            ),
        };
        ImmutableArray<MetricPoint> points =
        [
            .. values.Select(
                (value, at) => new MetricPoint(Sample.AsOf.AddDays(7 * (at - values.Length)), value, default)
            ),
        ];
        int? warning = null;
        for (var week = first; week <= last; week++)
        {
            var backlog = Sample.Backlog() with { Metrics = [new("m", points[..week])] };
            foreach (var found in Sample.Check(SystemDegrading.Rule, backlog, settings).OfType<Violation>())
            {
                warning ??= found.Severity >= Severity.Warning ? week : null;
                if (found.Severity >= Severity.Error)
                {
                    return (week, warning);
                }
            }
        }

        return (null, warning);
    }
}
