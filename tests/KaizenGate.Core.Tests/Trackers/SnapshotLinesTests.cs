using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Tests.Trackers;

public class SnapshotLinesTests
{
    private const string Header =
        """{"kaizenSnapshot":1,"tracker":"github","project":"a/b","pulledAt":"2026-01-01T00:00:00Z","wholeAt":"2026-01-01T00:00:00Z"}""";

    [Fact]
    public void Parts_of_a_long_snapshot_are_put_together_in_the_order_of_their_lines()
    {
        var snapshot = Parse(Enumerable.Range(1, 5_000).Select(Issue), out var invalid);

        Assert.Null(invalid);
        Assert.Equal(Enumerable.Range(1, 5_000), snapshot!.Issues.Select(issue => issue.Place.Line - 1));
        Assert.All(snapshot.Issues, issue => Assert.Equal($"#{issue.Place.Line - 1}", issue.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_501)]
    [InlineData(5_000)]
    public void The_first_invalid_line_of_a_long_snapshot_is_found_in_each_part(int line)
    {
        var snapshot = Parse(
            Enumerable.Range(1, 5_000).Select(number => number == line ? """{"id":"#1"}""" : Issue(number)),
            out var invalid
        );

        Assert.Equal(line, invalid);
        Assert.Equal(4_999, snapshot!.Issues.Length);
    }

    [Theory]
    [InlineData("""{"id":"#1","title":"a","state":"open","created":"2026-01-01T00:00:00Z"}""")]
    [InlineData(
        """{"id":"1","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"}"""
    )]
    [InlineData(
        """{"id":"#1","title":7,"state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"}"""
    )]
    [InlineData(
        """{"id":"#1","title":"a","state":"shut","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"}"""
    )]
    [InlineData("""{"id":"#1","title":"a","state":"open","created":"today","updated":"2026-01-01T00:00:00Z"}""")]
    [InlineData(
        """{"id":"#1","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","labels":"x"}"""
    )]
    [InlineData(
        """{"id":"#1","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","fields":[["a"]]}"""
    )]
    [InlineData(
        """{"id":"#1","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","events":[7]}"""
    )]
    [InlineData(
        """{"id":"#1","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"} {}"""
    )]
    [InlineData("{\"id\":\"#1\",\"title\":\"a")]
    [InlineData("[]")]
    public void A_line_that_is_not_an_issue_is_invalid(string line)
    {
        Parse([line], out var invalid);

        Assert.Equal(1, invalid);
    }

    [Fact]
    public void A_text_keeps_its_escapes_however_often_it_repeats()
    {
        var snapshot = Parse(
            Enumerable
                .Range(1, 3)
                .Select(number =>
                    $$"""{"id":"#{{number}}","title":"a","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","labels":["a\"b","a\u0022b","ab"]}"""
                ),
            out _
        );

        Assert.All(snapshot!.Issues, issue => Assert.Equal(["a\"b", "a\"b", "ab"], issue.Labels));
    }

    [Fact]
    public void The_id_of_an_issue_is_the_key_of_its_improvement_and_its_line_the_place()
    {
        const string Line =
            """{"id":"#12","title":"naïve 🚀","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"}""";
        var snapshot = Parse([Line + "\r"], out _);

        var backlog = SnapshotReader.Read(SourceFile.Named("a.jsonl"), snapshot!.Issues, new ReadingOptions());

        var item = Assert.Single(backlog.Improvements);
        Assert.Equal(snapshot.Issues[0].Id, item.Key);
        Assert.Equal(SourceSpan.OnLine(Header.Length + 1, Line.Length, 2, 1), item.Span);
    }

    private static string Issue(int number) =>
        $$"""{"id":"#{{number}}","title":"{{new string('x', 100)}}","state":"open","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"}""";

    private static Snapshot? Parse(IEnumerable<string> issues, out int? invalid) =>
        SnapshotFile.Parse(Encoding.UTF8.GetBytes(string.Join('\n', issues.Prepend(Header))), out invalid);
}
