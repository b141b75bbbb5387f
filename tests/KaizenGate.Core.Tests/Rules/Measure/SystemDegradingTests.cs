using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class SystemDegradingTests
{
    /// <summary>Eleven values 10, 12, 10, … 10: their sum is 120, their ten ranges are 2 each, and 120 ÷ 11 + 2.66 × 2 is 16.229.</summary>
    [Theory]
    [InlineData(16.2, 0)]
    [InlineData(16.3, 1)]
    public void It_fires_when_the_latest_value_is_beyond_the_limit(double latest, int findings) =>
        Assert.Equal(findings, Check(Better.Lower, [.. Steady, latest]).Length);

    [Fact]
    public void It_gives_the_value_and_the_limit_at_the_value()
    {
        var violation = Violation(Better.Lower, [.. Steady, 20]);

        Assert.Equal(
            "p95 is 20 on 2026-03-02, above its natural limit of 16.23 (mean 10.91 of 11 values from 2026-02-19 to 2026-03-01); "
                + "lower is better",
            violation.Message
        );
        Assert.Equal((12, Severity.Warning), (violation.Span.Line, violation.Severity));
    }

    /// <summary>The mirror: 120 ÷ 11 − 2.66 × 2 is 5.589.</summary>
    [Fact]
    public void For_a_metric_that_should_be_high_the_lower_limit_counts() =>
        Assert.StartsWith(
            "p95 is 0 on 2026-03-02, below its natural limit of 5.59 (",
            Violation(Better.Higher, [.. Steady, 0]).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_value_beyond_the_good_limit_passes() => Assert.Empty(Check(Better.Higher, [.. Steady, 20]));

    [Fact]
    public void An_earlier_value_beyond_the_limit_passes() =>
        Assert.Empty(Check(Better.Lower, [.. Steady, 12, 30, 10, 12, 10, 12]));

    /// <summary>The computation is in <c>docs/statistics.md</c>.</summary>
    [Fact]
    public void Eight_worse_values_are_an_error() =>
        Assert.Equal(
            (
                Severity.Error,
                "the last 8 values of p95 are higher than those of its base period by 3.94 standard errors (mean 13, was 11 in 12 "
                    + "values from 2026-02-11 to 2026-02-22); an error from 3, while the latest two are above its median; lower is better"
            ),
            Shown(Violation(Better.Lower, [.. Steady, 12, .. Repeated(8, 13)]))
        );

    [Fact]
    public void Eight_better_values_pass() => Assert.Empty(Check(Better.Higher, [.. Steady, 12, .. Repeated(8, 13)]));

    [Fact]
    public void An_error_needs_eight_values_after_twelve() =>
        Assert.Empty(Check(Better.Lower, [.. Steady, 12, .. Repeated(7, 13)]));

    /// <summary>The latest two are a second signal: the shift is over when they are not worse.</summary>
    [Theory]
    [InlineData(13, 10)]
    [InlineData(10, 13)]
    public void A_shift_that_is_over_is_not_an_error(double secondLast, double latest) =>
        Assert.DoesNotContain(
            Check(Better.Lower, [.. Steady, 12, .. Repeated(8, 13), secondLast, latest]),
            found => found is Violation { Severity: Severity.Error }
        );

    /// <summary>Limits from all values would follow them and call them normal.</summary>
    [Fact]
    public void A_frozen_base_period_does_not_follow_a_shift() =>
        Assert.Equal(
            Severity.Error,
            Violation(Better.Lower, [.. Steady, 12, .. Steady, 12, .. Repeated(100, 13)]).Severity
        );

    [Fact]
    public void A_rebase_starts_a_new_base_period()
    {
        var series = Series("p95", [.. Steady, 12, .. Steady, 12, .. Repeated(8, 20)]);

        Assert.Single(Check(Better.Lower, series));
        Assert.Empty(Check(Better.Lower, series with { Rebases = [Sample.DaysAgo(7)] }));
        Assert.Equal(
            new NotEvaluated(
                "needs 6 dated values of \"p95\" before the latest since the rebase on 2026-02-28, found 2",
                2,
                6
            ),
            Assert.Single(Check(Better.Lower, series with { Rebases = [Sample.DaysAgo(7), Sample.DaysAgo(2)] }))
        );
    }

    [Fact]
    public void A_rebase_of_tomorrow_does_not_count() =>
        Assert.Single(Check(Better.Lower, Series("p95", [.. Steady, 20]) with { Rebases = [Sample.AsOf.AddDays(1)] }));

    /// <summary>Values that double evenly are beyond a linear limit and within one that follows their size.</summary>
    [Theory]
    [InlineData(nameof(MetricKind.Value), 1)]
    [InlineData(nameof(MetricKind.Duration), 0)]
    public void The_kind_decides_the_scale(string kind, int findings) =>
        Assert.Equal(
            findings,
            Check(Better.Lower, Series("p95", [1, 2, 1, 2, 1, 2, 1, 2, 6]), Enum.Parse<MetricKind>(kind)).Length
        );

    [Fact]
    public void Counts_of_zero_are_values()
    {
        double[] quiet = [.. Repeated(12, 0)];

        Assert.Empty(Check(Better.Lower, Series("p95", [.. quiet, 4]), MetricKind.Count));
        Assert.Single(Check(Better.Lower, Series("p95", [.. quiet, 5]), MetricKind.Count));
        Assert.Equal(
            Severity.Error,
            Assert
                .IsType<Violation>(
                    Assert.Single(Check(Better.Lower, Series("p95", [.. quiet, .. Repeated(8, 1)]), MetricKind.Count))
                )
                .Severity
        );
    }

    [Fact]
    public void Five_values_before_the_latest_are_too_few() =>
        Assert.Equal(
            new NotEvaluated("needs 6 dated values of \"p95\" before the latest, found 5", 5, 6),
            Assert.Single(Check(Better.Lower, 1, 1, 1, 1, 1, 99))
        );

    [Fact]
    public void Six_values_before_the_latest_are_enough_for_a_warning() =>
        Assert.Equal(Severity.Warning, Violation(Better.Lower, [1, 2, 1, 2, 1, 2, 99]).Severity);

    /// <summary>The computed mean of ten times 0.1 is one bit below 0.1, that of ten times the large value 0.0001 below it; no range is above 0.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(1_000_000_000_000.1)]
    public void A_constant_value_is_not_a_signal(double value) =>
        Assert.Empty(Check(Better.Lower, [.. Repeated(30, value)]));

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

    private static IEnumerable<double> Repeated(int count, double value) => Enumerable.Repeat(value, count);

    private static (Severity?, string) Shown(Violation found) => (found.Severity, found.Message);

    private static RuleResult[] Check(Better better, MetricSeries series, MetricKind kind = MetricKind.Value) =>
        Sample.Check(
            SystemDegrading.Rule,
            Sample.Backlog() with
            {
                Metrics = [series],
            },
            GateSettings.Default with
            {
                Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add("p95", new(better) { Kind = kind }),
            }
        );

    private static Violation Violation(Better better, double[] values) =>
        Assert.IsType<Violation>(Assert.Single(Check(better, values)));
}
