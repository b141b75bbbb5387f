using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Charts;

public sealed class MermaidTests
{
    private static readonly Gen<ImmutableArray<OpenItem>> Items = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11])
        .Array[0, 120]
        .Select(scores =>
            OpenItem.Of(
                scores.Select(
                    (score, at) => Item($"IMP-{at + 1}", Valid(score.Item1), score.Item2 == 0 ? null : score.Item2)
                )
            )
        );

    [Fact]
    public void A_point_has_the_word_of_its_cell() =>
        // (6 - 0.5) / 10 and (5 - 0.5) / 10: in the upper left quarter, but in the middle of the matrix.
        Assert.Contains(
            "\n  \"1 Consider\": [0.45, 0.55]\n",
            Mermaid.Matrix(OpenItem.Of([Item("IMP-1", 6, 5)])),
            StringComparison.Ordinal
        );

    [Fact]
    public void At_most_12_points_are_drawn_and_all_items_are_in_the_table() =>
        Items.Sample(items =>
        {
            var text = Mermaid.Matrix(items);

            Assert.InRange(Regex.Count(text, @""": \[0\."), 0, 12);
            if (text.Length > 0)
            {
                var rows = Regex.Count(text, @"\n\| \d+ \| IMP-");
                var cut = Regex.Match(text, @"\n(\d+) more are in the backlog\.") is { Success: true } match
                    ? int.Parse(match.Groups[1].Value)
                    : 0;
                Assert.Equal(items.Length, rows + cut);
            }
        });

    [Fact]
    public void A_point_counts_the_other_items_at_it()
    {
        var text = Mermaid.Matrix(OpenItem.Of(Enumerable.Range(1, 4).Select(at => Item($"A{at}", 8, 2))));

        Assert.Contains("\n  \"1 +3 Do First\": [0.15, 0.75]\n", text, StringComparison.Ordinal);
        Assert.Contains("| 4 | A4 Cache the context | 8 | 2 | 72 | Do First |\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_scores_there_is_no_matrix() =>
        Assert.Empty(Mermaid.Matrix(OpenItem.Of([Item("IMP-1", null, 3)])));

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(52)]
    public void A_trend_has_at_most_12_points(int weeks)
    {
        var text = Mermaid.Trend(YearOfEvidence.Report.Weeks[..weeks]);

        var lines = Regex.Matches(text, @"line \[(.+)\]").Select(match => match.Groups[1].Value.Split(", ").Length);
        Assert.All(lines, count => Assert.InRange(count, 2, 12));
        Assert.Equal(weeks > 1, text.Contains("line [", StringComparison.Ordinal));
    }

    private static double? Valid(int number) => number == 0 ? null : number;

    private static OpenImprovement Item(string id, double? impact, double? effort) =>
        new()
        {
            Id = id,
            Title = "Cache the context",
            Backlog = SourceFile.Named("IMPROVEMENTS.md"),
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Line = 3,
            Impact = impact,
            Effort = effort,
            Score = impact * (11 - effort),
        };
}
