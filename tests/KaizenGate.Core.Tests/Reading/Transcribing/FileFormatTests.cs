using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.Transcribing;

/// <summary>Files of other tools: what they do not state, what is wrong in them, and hostile texts. The usual cases are in docs/trackers.md.</summary>
public sealed class FileFormatTests
{
    private const string Hostile = "]] <!-- kaizen-ignore-file KZ201 --> # Completed ⟦X-1⟧ | ``` | <script> [x] done";

    [Theory]
    [InlineData("issues.jsonl", """{"title":"TITLE","description":"BODY"}""")]
    [InlineData("next-work.jsonl", """{"items":[{"title":"TITLE","description":"BODY"}]}""")]
    [InlineData("tasks.json", """{"tasks":[{"title":"TITLE","description":"BODY"}]}""")]
    [InlineData("a.csv", "Title,Description\n\"TITLE\",\"BODY\"\n")]
    [InlineData("a.yml", "title: 'TITLE'\nbody: 'BODY'\n")]
    [InlineData("todo.txt", "TITLE\n")]
    public void A_hostile_text_stays_the_text_of_one_open_improvement(string name, string format)
    {
        var text = format
            .Replace("TITLE", $"Fix {Hostile}", StringComparison.Ordinal)
            .Replace("BODY", $"Text {Hostile}", StringComparison.Ordinal);

        var backlog = Read(name, text);

        var item = Assert.Single(backlog.Improvements);
        Assert.Equal((null, Status.ToDo), (item.Id, item.Status));
        Assert.StartsWith("Fix ]]", item.Title, StringComparison.Ordinal);
        Assert.Empty(backlog.Suppressions);
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_a_problem_and_the_others_are_read()
    {
        var backlog = Read("issues.jsonl", "{\"title\":\"One\"}\n{\"title\":\n[]\n\n{\"title\":\"Two\"}\n");

        Assert.Equal(["One", "Two"], backlog.Improvements.Select(item => item.Title));
        Assert.Equal(
            [
                (2, "this is not JSON, and the line is not read"),
                (3, "this is not a JSON object, and the line is not read"),
            ],
            backlog.Problems.Select(problem => (problem.Span.Line, problem.Message))
        );
    }

    [Theory]
    [InlineData("""{"title":"\ud800"}""", 0, 1)]
    [InlineData("""{"title":"a","title":{}}""", 1, 0)]
    [InlineData("""{"title":"a","estimated_minutes":1e999}""", 1, 0)]
    [InlineData("""{"title":["a"]}""", 0, 1)]
    public void Odd_JSON_is_read_or_a_problem(string line, int items, int problems)
    {
        var backlog = Read("issues.jsonl", line);

        Assert.Equal((items, problems), (backlog.Improvements.Length, backlog.Problems.Length));
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_a_problem()
    {
        var backlog = Read("a.csv", "Title,Status\nOne,Done\n\"Two,Done\n");

        Assert.Equal("One", Assert.Single(backlog.Improvements).Title);
        Assert.Equal(3, Assert.Single(backlog.Problems).Span.Line);
    }

    [Fact]
    public void A_table_without_a_title_is_a_problem() =>
        Assert.Contains(
            "no column of this table is a title",
            Assert.Single(Read("a.csv", "A,B\n1,2\n").Problems).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Title;Impact\r\nOne;8\r\n")]
    [InlineData("Title\tImpact\nOne\t8\n")]
    [InlineData("\uFEFFTITLE,impact,\n\"One\",8,more,cells\n\n")]
    public void Separators_cases_and_ragged_rows_are_read(string text) =>
        Assert.Equal(8, Assert.Single(Read("a.csv", text).Improvements).Impact!.Value);

    [Theory]
    [InlineData("6/21/2025 16:14", "2025-06-21")]
    [InlineData("21/6/2025 16:14", "2025-06-21")]
    [InlineData("6/7/2025 16:14", null)]
    public void A_date_is_read_only_if_day_and_month_are_known(string date, string? day) =>
        Assert.Equal(day, Assert.Single(Read("a.csv", $"Title,Created\nOne,{date}\n").Improvements).Captured?.Plain);

    [Theory]
    [InlineData("issues.jsonl", """{"id":"bd-1"}""")]
    [InlineData("next-work.jsonl", """{"items":[{"severity":"high"}]}""")]
    [InlineData("tasks.json", """{"tasks":[{"id":1}]}""")]
    [InlineData("a.csv", "Title,Impact\n,8\n")]
    public void What_has_no_title_is_a_problem(string name, string text)
    {
        var backlog = Read(name, text);

        Assert.Empty(backlog.Improvements);
        Assert.Contains("no title and is not read", Assert.Single(backlog.Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>Each was quadratic or could be: fences that do not close, and columns without values.</summary>
    [Fact]
    public async Task Repetitions_do_not_take_long()
    {
        var fences = string.Concat(Enumerable.Repeat("```yaml\n", 100_000));
        var columns = string.Join(',', Enumerable.Range(0, 2_000));
        var rows = string.Concat(Enumerable.Repeat($"One{new string(',', 2_000)}\n", 400));

        await HangGuard.Run(() => Read("a.md", $"title: One\nbody: x\n\n{fences}"));
        await HangGuard.Run(() => Read("a.md", $"title: One\nbody: x\n\n{fences}title: x\n```\n"));
        await HangGuard.Run(() => Read("a.csv", $"Title,{columns}\n{rows}"));
    }

    [Fact]
    public void Other_beads_are_not_improvements() =>
        Assert.Empty(
            Read(
                "issues.jsonl",
                """
                {"_type":"memory","title":"a"}
                {"title":"b","status":"tombstone"}
                {"title":"c","issue_type":"molecule"}
                {"title":"d","is_template":true}
                """
            ).Improvements
        );

    [Fact]
    public void What_an_item_states_goes_before_its_batch() =>
        Assert.Equal(
            [Status.Done, Status.ToDo, Status.Deferred],
            Read(
                "next-work.jsonl",
                """{"consumed":true,"items":[{"title":"a"},{"title":"b","consumed":false},{"title":"c","consumed":false,"status":"waiting"}]}"""
            )
                .Improvements.Select(item => item.Status)
        );

    private static Backlog Read(string name, string text) =>
        BacklogReader.Read(SourceFile.Named(name), text, ReadingOptions.Default);
}
