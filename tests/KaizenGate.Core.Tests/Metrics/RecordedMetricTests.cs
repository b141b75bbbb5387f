using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Workspaces;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Metrics;

public sealed class RecordedMetricTests : IDisposable
{
    private const string Item = "### [A-1] Cache the fonts\n\n- **Status:** To Do\n";
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateOnly Friday = new(2026, 3, 6);

    private readonly ScratchFolder folder = new();
    private string unit = "s";

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_baseline_value_is_the_last_one_up_to_today()
    {
        Record(("2026-02-01", "40"), ("2026-03-02", "30"), ("2026-03-05", "20"));

        Assert.Equal("p95=30 s", RecordedMeasurement.Baseline(Metric(Item, Monday)).Text);
    }

    [Fact]
    public void A_name_may_have_any_case() => Assert.Equal("p95", Metric(Item, Monday, " P95 ").Name);

    [Fact]
    public void An_undeclared_name_is_not_a_metric() =>
        Assert.Null(RecordedMetric.Read("p99", Loaded(), Backlog(Item), new Workspace(folder.Path), Monday));

    [Fact]
    public void Without_a_value_there_is_no_result()
    {
        Record(("2026-03-05", "20"));

        var error = Assert.Throws<InputException>(() => RecordedMeasurement.Baseline(Metric(Item, Monday))).Error;

        Assert.Equal("the metric \"p95\" has no value up to 2026-03-02", error.Message);
        Assert.Equal("m.csv", error.Path);
    }

    [Fact]
    public void Recorded_values_become_baseline_value_and_result()
    {
        Record(("2026-03-01", "30"), ("2026-03-05", "4.5"));

        var started = Started(RecordedMeasurement.Baseline(Metric(Item, Monday)).Text);
        var metric = Metric(started, Friday);
        var done = Transitions.Done(
            Manuscript(started),
            Backlog(started).Improvements[0],
            Friday,
            null,
            RecordedMeasurement.Result(metric, Backlog(started).Improvements[0]).Text,
            null
        );

        Assert.Contains("- **Measured Impact:** p95 30 s → ?\n", started, StringComparison.Ordinal);
        Assert.Contains("- **Measured Impact:** p95 30 s → 4.5 s\n", done.Text, StringComparison.Ordinal);
        Assert.Equal(4.5, done.Backlog.Improvements[0].MeasuredImpact!.Value.After);
    }

    [Fact]
    public void A_value_before_the_work_is_not_a_result()
    {
        Record(("2026-03-01", "30"));
        var started = Started("p95=40 s");

        Assert.Equal(
            "the last value of \"p95\" is of 2026-03-01, before the work started on 2026-03-02",
            Refused(started).Message
        );
        Assert.Null(Since(started));
    }

    [Fact]
    public void The_baseline_itself_is_not_a_result()
    {
        Record(("2026-03-02", "30"));
        var started = Started("p95=30 s");

        Assert.Equal("the last value of \"p95\" is the baseline value of the improvement", Refused(started).Message);
        Assert.Null(Since(started));
    }

    [Fact]
    public void A_value_after_the_baseline_value_is_a_result_on_the_same_day()
    {
        Record(("2026-03-02", "30"), ("2026-03-02", "5"));

        Assert.Equal("p95=5 s", Since(Started("p95=30 s"))!.Text);
    }

    /// <summary>It is unknown whether the value came before or after the work, so the user must name the metric.</summary>
    [Fact]
    public void A_value_of_the_first_day_needs_an_option_when_the_baseline_was_given_by_hand()
    {
        Record(("2026-03-02", "5"));
        var started = Started("p95=30 s");

        Assert.Null(Since(started));
        Assert.Equal("p95=5 s", Result(started).Text);
    }

    [Fact]
    public void Without_a_baseline_value_no_result_is_taken_automatically()
    {
        Record(("2026-03-05", "5"));

        Assert.Null(Since(Started(null)));
    }

    [Fact]
    public void A_value_in_another_unit_is_not_taken_automatically()
    {
        Record(("2026-03-05", "5"));

        Assert.Null(Since(Started("p95=30 ms")));
    }

    [Fact]
    public void The_value_before_the_work_replaces_a_missing_baseline_value()
    {
        Record(("2026-02-27", "35"), ("2026-03-01", "30"), ("2026-03-02", "20"), ("2026-03-05", "5"));

        Assert.Equal("p95=30 s → 5 s", Result(Started(null)).Text);
    }

    [Fact]
    public void Without_a_value_before_the_work_only_the_result_is_written()
    {
        Record(("2026-03-05", "5"));

        Assert.Equal("p95=5 s", Result(Started(null)).Text);
    }

    [Theory]
    [InlineData("-0.3", "s", "p95 -0.3 s → ?", -0.3)]
    [InlineData("0.30000000000000004", "s", "p95 0.3 s → ?", 0.3)]
    [InlineData("1e-7", "%", "p95 0.0000001 % → ?", 1e-7)]
    [InlineData("12345678.5", "€/day", "p95 12345678.5 €/day → ?", 12_345_678.5)]
    [InlineData("30", "m2", "p95 30 → ?", 30d)]
    [InlineData("30", "", "p95 30 → ?", 30d)]
    public void A_written_value_reads_back_as_the_same_value(string value, string itsUnit, string text, double read)
    {
        unit = itsUnit;
        Record(("2026-03-01", value));

        var item = Backlog(Started(RecordedMeasurement.Baseline(Metric(Item, Monday)).Text)).Improvements[0];

        Assert.Equal(text, item.MeasuredImpact!.Text);
        Assert.Equal(("p95", read), (item.MeasuredImpact.Value.Metric, item.MeasuredImpact.Value.Before));
    }

    [Fact]
    public void A_name_that_would_be_read_as_something_else_is_an_error()
    {
        File.WriteAllText(folder.Path + "/m.csv", "date,metric,value\n2026-03-01,time from,30\n");

        Assert.Contains(
            "would not be read as it is meant",
            Assert
                .Throws<InputException>(() => RecordedMeasurement.Baseline(Metric(Item, Monday, "time from")))
                .Error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_metric_of_the_backlog_is_taken_from_its_table()
    {
        var text = $"{Item}\n## Metrics\n\n| Date | Build time |\n| --- | --- |\n| 2026-03-01 | 9 |\n";

        var baseline = RecordedMeasurement.Baseline(Metric(text, Monday, "build time"));

        Assert.Equal("Build time=9 min", baseline.Text);
        Assert.Equal(("IMPROVEMENTS.md", 9), (baseline.Metric.File.Path, baseline.Point.Span.Line));
    }

    private InputError Refused(string text) => Assert.Throws<InputException>(() => Result(text)).Error;

    private RecordedMeasurement Result(string text) =>
        RecordedMeasurement.Result(Metric(text, Friday), Backlog(text).Improvements[0]);

    private RecordedMeasurement? Since(string text) =>
        RecordedMeasurement.Since(Metric(text, Friday), Backlog(text).Improvements[0]);

    /// <summary>The backlog after the work began on Monday.</summary>
    private static string Started(string? baseline) =>
        Transitions.Start(Manuscript(Item), Backlog(Item).Improvements[0], Monday, null, baseline).Text;

    private void Record(params (string Day, string Value)[] values) =>
        File.WriteAllLines(
            Path.Combine(folder.Path, "m.csv"),
            ["date,metric,value,unit", .. values.Select(one => $"{one.Day},p95,{one.Value},{unit}")]
        );

    private RecordedMetric Metric(string text, DateOnly today, string name = "p95") =>
        RecordedMetric.Read(name, Loaded(), Backlog(text), new Workspace(folder.Path), today)!;

    private LoadedSettings Loaded() =>
        new(
            GateSettings.Default with
            {
                Metrics = new Dictionary<string, MetricSettings>
                {
                    ["p95"] = new(Better.Lower) { Source = "m.csv" },
                    ["errors"] = new(Better.Lower) { Source = "m.csv" },
                    ["time from"] = new(Better.Lower) { Source = "m.csv" },
                    ["Build time"] = new(Better.Lower) { Unit = "min" },
                }.ToImmutableDictionary(),
            },
            folder.Path,
            []
        );

    private static Backlog Backlog(string text) => Manuscript(text).Backlog;

    private static EditableBacklog Manuscript(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
