using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class SystemDegradingTests
{
    /// <summary>
    /// Eleven values 10, 12, 10, … 10 and a last one x: the sum of the eleven is 120, their ten ranges are 2 each.
    /// With x = 20 the mean is 140 ÷ 12 = 11.667, the mean range (20 + 10) ÷ 11 = 2.727, the limit 11.667 + 7.255 = 18.921.
    /// With x = 18 they are 11.5, 28 ÷ 11 = 2.545 and 18.271.
    /// </summary>
    [Theory]
    [InlineData(18, 0)]
    [InlineData(20, 1)]
    public void It_fires_when_the_latest_value_is_beyond_the_limit(double latest, int findings) =>
        Assert.Equal(findings, Check(Better.Lower, [.. Steady, latest]).Length);

    [Fact]
    public void It_gives_the_value_and_the_limit_at_the_value()
    {
        var violation = Violation(Better.Lower, [.. Steady, 20]);

        Assert.Equal(
            "p95 is 20 on 2026-03-02, above its natural limit of 18.92 (mean 11.67 of 12 values); lower is better",
            violation.Message
        );
        Assert.Equal(12, violation.Span.Line);
    }

    /// <summary>The mirror: the mean is 120 ÷ 12 = 10, the mean range 30 ÷ 11 = 2.727, the limit 10 − 7.255 = 2.745.</summary>
    [Fact]
    public void For_a_metric_that_should_be_high_the_lower_limit_counts() =>
        Assert.Equal(
            "p95 is 0 on 2026-03-02, below its natural limit of 2.75 (mean 10 of 12 values); higher is better",
            Violation(Better.Higher, [.. Steady, 0]).Message
        );

    [Fact]
    public void A_value_beyond_the_good_limit_passes() => Assert.Empty(Check(Better.Higher, [.. Steady, 20]));

    [Fact]
    public void An_earlier_value_beyond_the_limit_passes() =>
        Assert.Empty(Check(Better.Lower, [10, 12, 10, 12, 10, 30, 10, 12, 10, 12, 10, 12]));

    /// <summary>The sum is 34 + 106 = 140, the mean 140 ÷ 12 = 11.667; no value is near the limit 11.667 + 2.66 × 15 ÷ 11 = 15.294.</summary>
    [Fact]
    public void Eight_in_a_row_on_the_bad_side_of_the_mean_are_a_signal() =>
        Assert.Equal(
            "the last 8 values of p95 are all above its mean of 11.67 (12 values); lower is better",
            Violation(Better.Lower, [8, 9, 8, 9, 13, 14, 12, 14, 13, 14, 13, 13]).Message
        );

    [Fact]
    public void Seven_in_a_row_are_not_a_signal() =>
        Assert.Empty(Check(Better.Lower, [8, 14, 9, 13, 8, 13, 14, 13, 14, 13, 14, 13]));

    [Fact]
    public void Eleven_values_are_enough_for_a_warning_only() =>
        Assert.Equal(Severity.Warning, Violation(Better.Lower, [.. Steady[..10], 25]).Severity);

    [Fact]
    public void Twelve_values_are_enough_for_an_error() =>
        Assert.Equal(Severity.Error, Violation(Better.Lower, [.. Steady, 20]).Severity);

    [Fact]
    public void Five_values_are_too_few() =>
        Assert.Equal(
            new NotEvaluated("needs 6 dated values of \"p95\", found 5", 5, 6),
            Assert.Single(Check(Better.Lower, 1, 1, 1, 1, 99))
        );

    /// <summary>The mean is 104 ÷ 6 = 17.333, the mean range 98 ÷ 5 = 19.6, the limit 17.333 + 52.136 = 69.469.</summary>
    [Fact]
    public void Six_values_are_enough() =>
        Assert.Equal(Severity.Warning, Violation(Better.Lower, [1, 1, 1, 1, 1, 99]).Severity);

    /// <summary>The computed mean of ten times 0.1 is one bit below 0.1, that of ten times the large value 0.0001 below it; no range is above 0.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(1_000_000_000_000.1)]
    public void A_constant_value_is_not_a_signal(double value) =>
        Assert.Empty(Check(Better.Lower, [.. Enumerable.Repeat(value, 10)]));

    [Fact]
    public void A_value_of_tomorrow_does_not_count()
    {
        var series = Series("p95", [.. Steady, 11, 99]);
        var early = series with
        {
            Points = [.. series.Points.Select(point => point with { Date = point.Date.AddDays(1) })],
        };

        Assert.Empty(Check(Better.Lower, early));
    }

    [Fact]
    public void A_declared_metric_without_a_column_is_named() =>
        Assert.Equal(
            new NotEvaluated(
                "the metric \"p95\" has no column; add a table with the columns Date and p95 to a Metrics section"
            ),
            Assert.Single(Check(Better.Lower, Series("build time", [1, 2, 3])))
        );

    [Fact]
    public void A_column_is_found_in_any_case() => Assert.Single(Check(Better.Lower, Series("P95", [.. Steady, 20])));

    [Fact]
    public void Without_a_declared_metric_it_is_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated("needs a metric; add the columns to watch to `metrics` in kaizen.json", 0, 1),
            Assert.Single(
                Sample.Check(SystemDegrading.Rule, Sample.Backlog() with { Metrics = [Series("p95", [.. Steady, 20])] })
            )
        );

    [Fact]
    public void A_recorded_metric_is_judged_in_its_file()
    {
        var file = SourceFile.Named("metrics.csv");
        var violation = Assert.IsType<Violation>(
            Assert.Single(
                JudgeRecorded([
                    Series("build time", [99]),
                    Series("p95", []),
                    Series("P95", [.. Steady, 20]) with
                    {
                        File = file,
                    },
                ])
            )
        );

        Assert.StartsWith("p95 is 20 on 2026-03-02, above", violation.Message, StringComparison.Ordinal);
        Assert.Equal(file, violation.File);
    }

    [Fact]
    public void A_recorded_metric_without_values_is_named() =>
        Assert.Equal(
            new NotEvaluated("the metric \"p95\" has no values; add one with `dotnet kaizen metric record`"),
            Assert.Single(JudgeRecorded([Series("p95", [])]))
        );

    [Fact]
    public void A_recorded_metric_whose_file_was_not_read_is_named() =>
        Assert.Equal(
            new NotEvaluated("the file of the metric \"p95\" was not read"),
            Assert.Single(JudgeRecorded(default))
        );

    [Fact]
    public void A_recorded_metric_is_judged_with_the_first_backlog_only() =>
        Assert.Empty(JudgeRecorded([Series("p95", [.. Steady, 20])], isFirst: false));

    /// <summary>The backlog has a column of the same name, which does not count.</summary>
    private static RuleResult[] JudgeRecorded(ImmutableArray<MetricSeries> recorded, bool isFirst = true)
    {
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                "p95",
                new(Better.Lower) { Source = "metrics.csv" }
            ),
        };
        var backlog = Sample.Backlog() with { Metrics = [Series("p95", [.. Steady, 99])] };
        return
        [
            .. SystemDegrading.Rule.Check(
                Sample.Context(SystemDegrading.Rule, backlog, settings) with
                {
                    Recorded = recorded,
                    IsFirst = isFirst,
                }
            ),
        ];
    }

    private static double[] Steady => [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10];

    /// <summary>One value a day, the last of them today, each on a line of its own.</summary>
    private static MetricSeries Series(string name, double[] values) =>
        new(
            name,
            [
                .. values.Select(
                    (value, at) =>
                        new MetricPoint(
                            Sample.DaysAgo(values.Length - 1 - at),
                            value,
                            SourceSpan.OnLine(10 * at, 2, at + 1, 16)
                        )
                ),
            ]
        );

    private static RuleResult[] Check(Better better, params double[] values) => Check(better, Series("p95", values));

    private static RuleResult[] Check(Better better, MetricSeries series) =>
        Sample.Check(
            SystemDegrading.Rule,
            Sample.Backlog() with
            {
                Metrics = [series],
            },
            GateSettings.Default with
            {
                Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add("p95", new(better)),
            }
        );

    private static Violation Violation(Better better, double[] values) =>
        Assert.IsType<Violation>(Assert.Single(Check(better, values)));
}
