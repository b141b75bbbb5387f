using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Inputs that try to crash, hang or mislead the reader.</summary>
public class HostileInputTests
{
    [Theory]
    [InlineData("<!-->")]
    [InlineData("<!--->")]
    [InlineData("<!---->")]
    [InlineData("text <!--> text <!---> text")]
    public async Task A_comment_whose_delimiters_overlap_is_empty(string comment)
    {
        var backlog = await Read($"- [ ] a\n\n{comment}\n\n- [ ] b\n");

        Assert.Equal(["a", "b"], backlog.Improvements.Select(item => item.Title));
        Assert.Empty(backlog.Suppressions);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("> - ")]
    public async Task Nesting_on_one_line_has_a_limit(string marker)
    {
        var error = await ErrorOf($"# Backlog\n\n{Repeat(marker, 100_000)}a\n");

        Assert.Equal(("x.md", 3, 1), (error.Path, error.Line, error.Column));
    }

    [Fact]
    public async Task Nesting_by_indentation_has_a_limit()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(level => $"{new string(' ', 2 * level)}- [ ] a\n"));

        var error = await ErrorOf(text);

        Assert.Equal((61, 1), (error.Line, error.Column));
    }

    [Fact]
    public async Task Sixty_levels_of_lists_are_read()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(level => $"{new string(' ', 2 * level)}- [ ] a\n"));

        Assert.Equal(59, Assert.Single((await Read(text)).Improvements).SubTasks);
    }

    [Theory]
    [InlineData("---- ")]
    [InlineData("- - - ")]
    [InlineData("****")]
    [InlineData("* ")]
    [InlineData("+---")]
    [InlineData("1.")]
    public async Task A_long_thematic_break_is_not_nesting(string part)
    {
        Assert.Single((await Read($"{Repeat(part, 200)}\n\n- [ ] a\n")).Improvements);
    }

    [Fact]
    public async Task More_lines_than_the_limit_are_an_error_on_the_first_line_over_it()
    {
        var error = await ErrorOf(new string('\n', BacklogReader.MaxLines));

        Assert.Equal((BacklogReader.MaxLines + 1, 1), (error.Line, error.Column));
    }

    [Fact]
    public void A_file_over_the_size_limit_is_not_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "- [ ] too long\n");
            var options = new ReadingOptions { MaxFileBytes = 14 };

            var error = Assert
                .Throws<InputException>(() => BacklogReader.ReadFile(SourceFile.Named(path), options))
                .Error;

            Assert.Contains("15 bytes", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_one_title()
    {
        var items = (await Read($"- [ ] {new string('a', 10_000_000)}\n- [ ] b\n")).Improvements;

        Assert.Equal([10_000_000, 1], items.Select(item => item.Title.Length));
    }

    [Fact]
    public void Nul_characters_are_replaced_without_moving_text()
    {
        var items = Bytes("- [ ] a\0b\n\0\n\n- [ ] c\n"u8).Improvements;

        Assert.Equal(["a\uFFFDb \uFFFD", "c"], items.Select(item => item.Title));
        Assert.Equal((4, 7), (items[1].Span.Line, items[1].Span.Column));
    }

    [Fact]
    public void Invalid_bytes_are_reported_at_their_first_place()
    {
        var backlog = Bytes([.. "- [ ] a\n- [ ] b"u8, 0xC3, 0x28, .. " c\n- [ ] "u8, 0xFF, .. "\n"u8]);

        var problem = Assert.Single(backlog.Problems);
        Assert.Equal((2, 8), (problem.Span.Line, problem.Span.Column));
        Assert.Equal("b\uFFFD( c", backlog.Improvements[1].Title);
    }

    [Fact]
    public void A_replacement_character_in_the_file_is_not_a_problem()
    {
        Assert.Empty(Bytes("- [ ] a \uFFFD\n"u8).Problems);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_gives_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("- [ ] größer 🚀\n")];

        var item = Assert.Single(Bytes(bytes).Improvements);

        Assert.Equal(("größer 🚀", 7), (item.Title, item.Span.Column));
    }

    [Fact]
    public void Half_a_character_at_the_end_of_utf_16_is_reported()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("- [ ] a\n"), 0x61];

        Assert.Equal(2, Assert.Single(Bytes(bytes).Problems).Span.Line);
    }

    [Theory]
    [InlineData("- [ ] a\n<<<<<<< HEAD\n- [ ] b\n=======\n- [x] b\n>>>>>>> topic\n- [ ] c\n", "2", "a c")]
    [InlineData("- [ ] a\n<<<<<<< HEAD\n## [A-1] b\n||||||| base\n=======\n```\n>>>>>>> topic\n- [ ] c\n", "2", "a c")]
    [InlineData("- [ ] a\n\n<details>\n<<<<<<<<< HEAD\n=========\n>>>>>>>>>\n- [ ] c\n", "4", "a c")]
    [InlineData("- [ ] a\n  ```\n<<<<<<< HEAD\n>>>>>>> topic\n- [ ] c\n", "3", "a c")]
    [InlineData("- [ ] a\n<<<<<<< HEAD\n- [ ] b\n", "2", "a")]
    [InlineData("- [ ] a\n>>>>>>> topic\n- [ ] c\n", "2", "a c")]
    [InlineData("<<<<<<< HEAD\n>>>>>>> topic\n- [ ] a\n<<<<<<< HEAD\n>>>>>>> topic\n", "1 4", "a")]
    [InlineData("- [ ] a\n\n```\n<<<<<<< HEAD\n- [ ] b\n>>>>>>> topic\n```\n- [ ] c\n", "", "a c")]
    [InlineData("Title\n=======\n\n- [ ] a\n", "", "a")]
    [InlineData("- [ ] a\n\n <<<<<<< HEAD\n- [ ] b\n<<<<<<<HEAD\n<<<<<< HEAD\n", "", "a b")]
    public void A_merge_conflict_is_reported_where_it_begins_and_not_read(string text, string lines, string titles)
    {
        var backlog = Md.Read(text);
        var revision = new RevisionReader(new RevisionMemo(ReadingOptions.Default), backlog.File.Path);

        Assert.Equal(lines, string.Join(' ', backlog.Problems.Select(problem => problem.Span.Line)));
        Assert.All(
            backlog.Problems,
            problem => Assert.Contains("merge conflict", problem.Message, StringComparison.Ordinal)
        );
        Assert.Equal(titles, Titles(backlog.Improvements));
        Assert.Equal(titles, Titles(revision.Read(Encoding.UTF8.GetBytes(text))));

        static string Titles(IEnumerable<Improvement> items) =>
            string.Join(' ', items.Select(item => item.Title.Split(' ')[0]));
    }

    [Theory]
    [InlineData("- [ ] a\n\n```md\n- [ ] b\n\n## [A-1] c\n", 3, "```")]
    [InlineData("- [ ] a\n\n~~~~\n- [ ] b\n~~~\n", 3, "~~~~")]
    [InlineData("- [ ] a\n\n<!-- todo\n- [ ] b\n", 3, "-->")]
    public void Unclosed_markup_is_reported_where_it_opens(string text, int line, string closer)
    {
        var backlog = Md.Read(text);

        Assert.Equal(["a"], backlog.Improvements.Select(item => item.Title));
        var problem = Assert.Single(backlog.Problems);
        Assert.Equal((line, 1), (problem.Span.Line, problem.Span.Column));
        Assert.Contains($"close it with {closer}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_empty_cells_hold_no_improvement()
    {
        var text = $"| Task | Status |\n|---|---|\n{Repeat("| | |\n", 500_000)}| a | Open |\n";

        Assert.Equal(500_003, Assert.Single((await Read(text)).Improvements).Span.Line);
    }

    [Fact]
    public async Task A_row_of_a_million_cells_is_one_row()
    {
        Assert.Single((await Read($"| Task | Status |\n|---|---|\n| a {Repeat("| ", 1_000_000)}|\n")).Improvements);
    }

    [Fact]
    public async Task A_heading_that_is_listed_very_often_is_one_improvement()
    {
        var text =
            $"### Same\n\n- Impact: 3\n\n## List\n\n| Task | Effort |\n|---|---|\n{Repeat("| Same | 4 |\n", 100_000)}";

        Assert.Equal(100_000, Assert.Single((await Read(text)).Improvements).OtherPlaces.Length);
    }

    [Fact]
    public async Task Link_reference_definitions_are_plain_text()
    {
        var definitions = string.Concat(
            Enumerable.Range(0, 100_000).Select(index => $"[r{index}]: http://x/{index}\n")
        );

        Assert.Equal("a [r1]", Assert.Single((await Read($"{definitions}\n- [ ] a [r1]\n")).Improvements).Title);
    }

    [Theory]
    [InlineData("*a_ ", 5_000)]
    [InlineData("[", 300_000)]
    [InlineData("[a](", 100_000)]
    [InlineData("a <!-- ", 100_000)]
    [InlineData("<a ", 200_000)]
    [InlineData("~~a~~ ", 100_000)]
    [InlineData("`` ` ", 100_000)]
    [InlineData("&amp", 200_000)]
    [InlineData("\\[", 200_000)]
    [InlineData("**Impact:** 8 | ", 50_000)]
    [InlineData("A-", 200_000)]
    [InlineData("🚀", 200_000)]
    [InlineData("2026-13-", 100_000)]
    [InlineData("(a) ", 100_000)]
    [InlineData("1.", 200_000)]
    public async Task Repeated_marks_are_read_wherever_text_can_be(string part, int count)
    {
        var run = Repeat(part, count);

        var backlog = await Read(
            $"# {run}\n\n## {run}\n\n### [A-1] a\n\n- **Status:** {run}\n- **Effort:** {run}\n\n{run}\n\n- [ ] {run}\n\n| Task | Status |\n|---|---|\n| b | {run} |\n\n## Completed\n\n- {run}\n\n### [A-2] z\n"
        );

        Assert.Equal(["A-1", "A-2"], backlog.Improvements.Select(item => item.Id).Where(id => id is "A-1" or "A-2"));
    }

    private static string Repeat(string part, int count) => new StringBuilder().Insert(0, part, count).ToString();

    private static Backlog Bytes(ReadOnlySpan<byte> bytes) =>
        BacklogReader.ReadBytes(SourceFile.Named("x.md"), bytes, ReadingOptions.Default);

    private static Task<Backlog> Read(string text) =>
        HangGuard.Run(() => BacklogReader.Read(SourceFile.Named("x.md"), text, ReadingOptions.Default));

    private static async Task<InputError> ErrorOf(string text) =>
        (await Assert.ThrowsAsync<InputException>(() => Read(text))).Error;
}
