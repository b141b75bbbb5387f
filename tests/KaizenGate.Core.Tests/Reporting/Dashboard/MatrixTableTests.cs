using System.Collections.Immutable;
using System.Xml.Linq;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

public sealed class MatrixTableTests
{
    [Fact]
    public void Each_cell_has_its_advice()
    {
        var cells = Figure(Item("IMP-001", 8, 2)).All("tbody").Single().Elements("tr");

        Assert.Equal(
            [
                ("high impact 7–10", "Do First | Do Next | Consider"),
                ("medium impact 5–6", "Do Next | Consider | Defer"),
                ("low impact 1–4", "Quick Win | Defer | Don't Do"),
            ],
            cells.Select(row =>
                (
                    row.Element("th")!.Value,
                    string.Join(" | ", row.Elements("td").Select(cell => cell.Element("strong")!.Value))
                )
            )
        );
    }

    [Theory]
    [InlineData(7, 3, "Do First")]
    [InlineData(6.9, 3.9, "Do Next")]
    [InlineData(5, 4, "Consider")]
    [InlineData(4.9, 8, "Don't Do")]
    [InlineData(1, 1, "Quick Win")]
    public void An_item_is_in_the_cell_of_its_values(double impact, double effort, string advice)
    {
        var link = Figure(Item("IMP-001", impact, effort)).All("a").Single();

        Assert.Equal(advice, link.Ancestors("td").Single().Element("strong")!.Value);
    }

    [Fact]
    public void A_title_leads_to_the_row_of_its_item() =>
        // The highest score has the first row.
        Assert.Equal(
            [("Cache IMP-031", "#item-1"), ("Cache IMP-007", "#item-2")],
            Figure(Item("IMP-007", 1, 9), Item("IMP-031", 9, 1))
                .All("a")
                .Select(link => (link.Value, link.Attribute("href")!.Value))
        );

    [Fact]
    public void More_than_eight_in_a_cell_are_counted()
    {
        var figure = Figure([.. Enumerable.Range(1, 60).Select(at => Item($"IMP-{at:000}", 8, 2))]);

        Assert.Equal(8, figure.All("li").Count());
        Assert.Equal("52 more", figure.All("p", "note").Single().Value);
    }

    [Fact]
    public void Items_beyond_the_scale_are_counted()
    {
        var figure = Figure(Item("IMP-001", 8, 2), Item("IMP-002", 12, 2), Item("IMP-003", null, 2));

        Assert.Single(figure.All("li"));
        Assert.Contains("2 open items without a score cannot be placed.", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_score_there_is_no_table()
    {
        var figure = Figure(Item("IMP-001", null, null));

        Assert.Empty(figure.Descendants("table"));
        Assert.Contains("score one with Impact and Effort", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_in_progress_and_deferred_items_are_marked() =>
        Assert.Equal(
            ["in progress", "deferred"],
            Figure(
                    Item("IMP-001", 8, 2) with
                    {
                        Status = Status.InProgress,
                    },
                    Item("IMP-002", 8, 2),
                    Item("IMP-003", 8, 2) with
                    {
                        Status = Status.Deferred,
                    }
                )
                .All("li")
                .Elements("small")
                .Select(mark => mark.Value)
        );

    private static XElement Figure(params OpenImprovement[] items)
    {
        var html = new Markup();
        MatrixTable.Write(html, OpenItem.Of(items.ToImmutableArray()));
        return Drawn.Parsed(html.ToString());
    }

    private static OpenImprovement Item(string id, double? impact, double? effort) =>
        new()
        {
            Id = id,
            Title = $"Cache {id}",
            Backlog = SourceFile.Named("IMPROVEMENTS.md"),
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Line = 3,
            Status = Status.ToDo,
            Impact = impact,
            Effort = effort,
            Score = impact * (11 - effort),
        };
}
