using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>Charts of the year of evidence: 3 captures per week, 2 of them completed.</summary>
public sealed class ChartTests
{
    private static ImprovementReport Year => YearOfEvidence.Report;

    [Fact]
    public void Bar_heights_are_proportional_to_counts()
    {
        var figure = Drawn.Figure(FlowChart.Of(Year.Weeks, Year.Flow));

        // The axis has 230 pixels from -3 to 3: 3 arrivals take half of them, 2 departures a third.
        Assert.All(figure.All("rect", "blue"), bar => Assert.Equal(115, bar.Number("height"), 0.01));
        Assert.All(figure.All("rect", "green"), bar => Assert.Equal(76.67, bar.Number("height"), 0.01));
        Assert.Equal(52, figure.All("rect", "blue").Count());
    }

    [Fact]
    public void Arrivals_are_above_the_axis_and_departures_below()
    {
        var figure = Drawn.Figure(FlowChart.Of(Year.Weeks, Year.Flow));

        Assert.All(figure.All("rect", "blue"), bar => Assert.Equal(0, bar.Number("y")));
        Assert.All(figure.All("rect", "green"), bar => Assert.Equal(115, bar.Number("y")));
    }

    [Fact]
    public void Five_years_are_combined_to_fewer_bars()
    {
        var weeks = Enumerable.Range(0, 5).SelectMany(_ => Year.Weeks).ToImmutableArray();

        var figure = Drawn.Figure(FlowChart.Of(weeks, Year.Flow));

        // 260 weeks, 5 per bar.
        Assert.Equal(52, figure.All("rect", "blue").Count());
        Assert.Contains("A bar is 5 weeks.", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_end_at_the_totals()
    {
        var figure = Drawn.Figure(CumulativeChart.Of(Year.Weeks));

        // The axis ends at 200: 156 / 200 of 230 pixels are 179.4, 104 / 200 are 119.6.
        var identified = figure.All("circle", "ring").Single();
        Assert.Equal((100, 50.6), (identified.Number("cx"), identified.Number("cy")));
        var executed = figure.All("circle", "point").Single();
        Assert.Equal((100, 110.4), (executed.Number("cx"), executed.Number("cy")));
        Assert.Contains(
            "156 were captured and 104 executed: the gap grew by 52",
            figure.Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_point_is_at_the_cycle_time_of_its_completion()
    {
        var figure = Drawn.Figure(CycleChart.Of(Year.Completions, Year.CycleDays));

        // From Wednesday to Sunday: 4 of 4 days.
        Assert.Equal(104, figure.All("circle", "point").Count());
        Assert.All(figure.All("circle", "point"), point => Assert.Equal(0, point.Number("cy")));
    }

    [Fact]
    public void A_value_beyond_the_limits_is_a_diamond()
    {
        var metric = new MetricChart("build time", new(Better.Lower))
        {
            Points = [Point(1, 8, false), Point(2, 9, false), Point(3, 14, true)],
            Mean = 8.5,
            Upper = 11.16,
            Lower = 5.84,
        };

        var figure = Drawn.Figure(BehaviourChart.Of(metric, 1));

        Assert.Equal(2, figure.All("circle", "blue").Count(circle => circle.Element("title") is not null));
        Assert.Single(figure.All("path", "red"), path => path.Element("title") is not null);
        Assert.Equal(
            ["upper", "11.2", "mean", "8.5", "lower", "5.84"],
            figure.All("text", "name").Select(name => name.Value)
        );
    }

    [Fact]
    public void Without_hours_and_metrics_nothing_is_compared_with_one_percent_per_week()
    {
        var bare = Year.Compounding.Select(point =>
            point with
            {
                ByHours = Figure.Without("none of 104 completions has `Time Saved:`"),
                ByMetrics = Figure.Without("no metric is declared"),
            }
        );

        var figure = Drawn.Figure(CompoundingChart.Of([.. bare], null));

        Assert.Empty(figure.Descendants("svg"));
        Assert.DoesNotContain("1%", figure.Value, StringComparison.Ordinal);
        Assert.Contains(
            "None of 104 completions has Time Saved:. No metric is declared.",
            figure.Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void With_hours_or_a_metric_the_line_of_one_percent_per_week_is_drawn()
    {
        Assert.Contains(
            "1% a week",
            Drawn.Figure(CompoundingChart.Of(Year.Compounding, null)).Value,
            StringComparison.Ordinal
        );
        var byMetrics = Year.Compounding.Select(point =>
            point with
            {
                ByHours = Figure.Without("nothing was completed"),
                ByMetrics = Figure.Of(1.1),
            }
        );

        var figure = Drawn.Figure(CompoundingChart.Of([.. byMetrics], null));

        Assert.Contains("1.1× by the metrics. 1% a week would be 1.68×.", figure.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 3, "green", "better than the limits")]
    [InlineData(false, 14, "red", "beyond the limits")]
    [InlineData(true, 14, "green", "better than the limits")]
    [InlineData(true, 3, "red", "beyond the limits")]
    public void A_value_beyond_the_limits_is_green_if_it_is_better(
        bool isHigherBetter,
        double value,
        string series,
        string words
    )
    {
        var metric = new MetricChart("build time", new(isHigherBetter ? Better.Higher : Better.Lower))
        {
            Points = [Point(1, 8, false), Point(2, 9, false), Point(3, value, true)],
            Mean = 8.5,
            Upper = 11.16,
            Lower = 5.84,
        };

        var figure = Drawn.Figure(BehaviourChart.Of(metric, 1));

        var diamond = figure.All("path", series).Single(path => path.Element("title") is not null);
        Assert.Contains(words, diamond.Value, StringComparison.Ordinal);
        Assert.Contains(words, figure.All("ul", "legend").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Ages_are_counted_by_band()
    {
        var figure = Drawn.Figure(AgeChart.Of(Year.AgeBands, Year.AgeDays, Year.Stock.Open));

        Assert.Equal(52, figure.All("text", "name").Sum(name => int.Parse(name.Value)));
    }

    [Fact]
    public void Each_chart_has_a_description_and_a_table_for_screen_readers()
    {
        var plots = Drawn.Page(Year).All("svg", "plot").ToList();

        Assert.NotEmpty(plots);
        Assert.All(
            plots,
            plot =>
            {
                Assert.NotEmpty(plot.Element("desc")!.Value);
                Assert.True(plot.Ancestors("figure").Single().All("table").Any());
            }
        );
    }

    private static ChartedPoint Point(int day, double value, bool isBeyond) =>
        new(new DateOnly(2026, 3, day), value, isBeyond, null);
}
