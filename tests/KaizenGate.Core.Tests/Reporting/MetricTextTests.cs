using System.Text;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class MetricTextTests
{
    private static readonly MetricChart Steady = new("p95", new(Better.Lower))
    {
        Unit = "s",
        Points = [new(new(2026, 2, 23), 30, false, null), new(new(2026, 3, 2), 28.5, false, null)],
        Mean = 29.25,
        Lower = 25.26,
        Upper = 33.24,
        Base = (new(2026, 1, 5), new(2026, 2, 16), 7),
    };

    [Fact]
    public void A_metric_shows_its_latest_value_and_its_limits() =>
        Assert.Equal(
            "28.5 s on 2026-03-02 · lower is better · 2 values · mean 29.25, control limits 25.26 to 33.24 from 7 values of 2026-01-05 to 2026-02-16",
            MetricText.Line(Steady)
        );

    [Fact]
    public void Without_limits_a_metric_shows_what_is_missing() =>
        Assert.Equal(
            "30 on 2026-02-23 · higher is better · 1 value · no limits yet: 1 of 6 values",
            MetricText.Line(
                new MetricChart("coverage", new(Better.Higher))
                {
                    Points = Steady.Points[..1],
                    Missing = "1 of 6 values",
                }
            )
        );

    [Fact]
    public void A_metric_without_values_shows_the_reason() =>
        Assert.Equal(
            "lower is better · no values in m.csv",
            MetricText.Line(Steady with { Points = [], Missing = "no values in m.csv" })
        );

    [Fact]
    public void A_signal_has_its_own_line() =>
        Assert.Equal(
            $"p95  {MetricText.Line(Steady)}\n  above its upper limit\n",
            Written(Steady with { Signal = "above its upper limit" })
        );

    [Fact]
    public void Without_metrics_the_text_explains_how_to_declare_one() =>
        Assert.Contains("`metrics` in kaizen.json", Written(), StringComparison.Ordinal);

    [Fact]
    public void A_recorded_value_is_confirmed_with_its_file() =>
        Assert.Equal(
            "recorded p95 = 28.5 s on 2026-03-02 in m.csv",
            MetricText.Recorded(
                "p95",
                new MetricPoint(new(2026, 3, 2), 28.5, SourceSpan.FileStart) { Unit = "s" },
                SourceFile.Named("m.csv")
            )
        );

    [Fact]
    public void A_rebase_is_confirmed_with_its_file() =>
        Assert.Equal(
            "rebased p95: limits come from the values of 2026-03-02 and later, as m.csv says",
            MetricText.Recorded(
                "p95",
                new MetricPoint(new(2026, 3, 2), 0, SourceSpan.FileStart) { IsRebase = true },
                SourceFile.Named("m.csv")
            )
        );

    [Fact]
    public void Names_and_units_contain_no_command()
    {
        var text = Written(Steady with { Name = "::error::\n##vso[x]", Unit = "\e[2J\n::error::" });

        Assert.DoesNotContain("\n::", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.Single(text.TrimEnd('\n').Split('\n'));
    }

    private static string Written(params MetricChart[] charts)
    {
        using var stream = new MemoryStream();
        MetricText.Write([.. charts], color: false, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
