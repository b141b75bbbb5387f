using System.Collections.Immutable;
using System.Xml.Linq;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

public sealed class MatrixChartTests
{
    // Efforts 1 to 10 are columns of 10% each; impacts 1 to 10 are rows of 52 pixels, 10 at the top.

    [Fact]
    public void Impact_8_and_effort_2_are_at_their_place_on_the_scale()
    {
        var circle = Circles(Item("IMP-001", 8, 2)).Single();

        Assert.Equal(15, circle.Number("cx"));
        Assert.Equal(130, circle.Number("cy"));
    }

    [Fact]
    public void Two_circles_at_the_same_place_are_next_to_each_other()
    {
        var circles = Circles(Item("IMP-001", 8, 2), Item("IMP-002", 8, 2)).ToList();

        Assert.Equal([12.8, 17.2], circles.Select(circle => circle.Number("cx")));
        Assert.All(circles, circle => Assert.Equal(130, circle.Number("cy")));
    }

    [Fact]
    public void More_than_four_at_the_same_place_are_counted()
    {
        var figure = Figure([.. Enumerable.Range(1, 9).Select(at => Item($"IMP-{at:000}", 8, 2))]);

        Assert.Equal(["1", "2", "3", "+6"], figure.All("a", "item").Select(link => (string)link.Element("text")!));
    }

    [Fact]
    public void A_circle_leads_to_the_row_of_its_item()
    {
        var figure = Figure(Item("IMP-007", 1, 9), Item("IMP-031", 9, 1));

        // The highest score has the first row.
        Assert.Equal(
            [("31", "#item-1"), ("7", "#item-2")],
            figure.All("a", "item").Select(link => ((string)link.Element("text")!, link.Attribute("href")!.Value))
        );
    }

    [Fact]
    public void Ids_with_different_prefixes_are_labelled_by_row() =>
        Assert.Equal(
            ["1", "2"],
            Figure(Item("PAY-007", 9, 1), Item("IMP-007", 1, 9))
                .All("a", "item")
                .Select(link => (string)link.Element("text")!)
        );

    [Fact]
    public void Items_beyond_the_scale_are_counted_and_not_drawn()
    {
        var figure = Figure(Item("IMP-001", 8, 2), Item("IMP-002", 12, 2), Item("IMP-003", null, 2));

        Assert.Single(figure.All("a", "item"));
        Assert.Contains("2 open items without a score cannot be placed", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_score_there_is_no_drawing()
    {
        var figure = Figure(Item("IMP-001", null, null));

        Assert.Empty(figure.Descendants("svg"));
        Assert.Contains("score one with Impact and Effort", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_cell_has_its_advice()
    {
        var advice = Figure(Item("IMP-001", 8, 2)).Value;

        foreach (var word in new[] { "Do First", "Do Next", "Consider", "Quick Win", "Defer", "Don't Do" })
        {
            Assert.Contains(word, advice, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<XElement> Circles(params OpenImprovement[] items) =>
        Figure(items).All("a", "item").Elements("circle");

    private static XElement Figure(params OpenImprovement[] items) =>
        Drawn.Figure(MatrixChart.Of(OpenItem.Of(items.ToImmutableArray())));

    private static OpenImprovement Item(string id, double? impact, double? effort) =>
        new()
        {
            Id = id,
            Title = "Cache the context",
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Line = 3,
            Status = Status.ToDo,
            Impact = impact,
            Effort = effort,
            Score = impact * (11 - effort),
        };
}
