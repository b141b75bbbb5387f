using System.Text;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public class ReadingPropertiesTests
{
    private static readonly string[] Pieces =
    [
        "# Backlog\n",
        "## High Priority (Impact: High, Effort: Low)\n",
        "## Completed\n",
        "## Metadata\n",
        "### [IMP-1] Cache the **restore**\n",
        "### Idea `x`\n",
        "- **Impact:** 8/10 (why)\n",
        "- Effort: 2\n",
        "**Status:** Done\n",
        "- [ ] task *one*\n",
        "  - [x] nested\n",
        "- [x] ~~old~~ ✅ 2026-01-02\n",
        "- bullet\n",
        "1. entry\n",
        "| Task | Impact | Status |\n",
        "|---|---|---|\n",
        "| a \\| b | 8 | Open |\n",
        "```\n",
        "~~~\n",
        "    code\n",
        "<!-- kaizen-disable KZ101: why -->\n",
        "<!--\n",
        "-->\n",
        "<div>\n",
        "> quote\n",
        "Title\n",
        "===\n",
        "---\n",
        "\n",
        "\n",
        "\t- tab\n",
        "[link](http://x)",
        "🚀 ",
        "**",
        "|",
        "\\",
    ];

    private static readonly Gen<string> Markdown = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 40]
        .Select(string.Concat);

    [Fact]
    public void Any_bytes_are_read_without_an_internal_error()
    {
        Gen.Byte.Array[0, 400]
            .Sample(bytes =>
            {
                BacklogReader.ReadBytes(SourceFile.Named("x.md"), bytes, ReadingOptions.Default);
            });
    }

    [Fact]
    public void Any_Markdown_is_read_without_an_internal_error()
    {
        Markdown.Sample(text =>
        {
            Md.Read(text);
        });
    }

    [Fact]
    public void Every_span_covers_its_text()
    {
        Markdown.Sample(text =>
        {
            var backlog = Md.Read(text);
            foreach (var item in backlog.Improvements)
            {
                Assert.Equal(item.Title, PlainText.Of(Slice(text, item.Span)));
                foreach (var field in item.Fields)
                {
                    var raw = PlainText.Of(Slice(text, field.Span));
                    Assert.Equal(field.Text.Length > 0 ? field.Text : field.Label, raw);
                }

                Assert.All(item.StatusSigns, sign => Assert.NotEmpty(Slice(text, sign.Span)));
                if (item.IdSpan is { } id)
                {
                    Assert.Equal(item.Id, Slice(text, id));
                }
            }

            Assert.All(
                backlog.Sections,
                section => Assert.Equal(section.Title, PlainText.Of(Slice(text, section.Span)))
            );
        });
    }

    [Fact]
    public void Lines_and_columns_agree_with_offsets()
    {
        Markdown.Sample(text =>
        {
            var lines = text.Split('\n');
            Assert.All(
                Md.Read(text).Improvements,
                item =>
                {
                    var before = lines.Take(item.Span.Line - 1).Sum(line => line.Length + 1);
                    Assert.Equal(item.Span.Offset, before + item.Span.Column - 1);
                }
            );
        });
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\r", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void Line_endings_and_byte_order_mark_have_no_effect(string ending, bool mark)
    {
        Markdown.Sample(text =>
        {
            var other = text.Replace("\n", ending, StringComparison.Ordinal);
            byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(other)];
            var expected = Summary(Md.Read(text));
            Assert.Equal(
                expected,
                Summary(BacklogReader.ReadBytes(SourceFile.Named("IMPROVEMENTS.md"), bytes, ReadingOptions.Default))
            );
        });
    }

    [Fact]
    public void The_order_of_sections_changes_no_counts()
    {
        string[] sections =
        [
            "## High Priority\n\n### [A-1] one\n\n- Impact: 8\n- Effort: 2\n\n",
            "## Medium Priority\n\n- [ ] two\n- [x] three\n\n",
            "## Completed\n\n- four\n- five\n\n",
            "## Ideas\n\n| Task | Status |\n|---|---|\n| six | Open |\n\n",
            "## Legend\n\n- [ ] none\n\n",
            "## Deferred\n\n### seven\n\nLater.\n\n",
        ];
        Gen.Shuffle(sections)
            .Sample(shuffled =>
            {
                var items = Md.Read(string.Concat(shuffled)).Improvements;
                Assert.Equal(7, items.Length);
                Assert.Equal(3, items.Count(item => item.Status == Status.Done));
                Assert.Equal(1, items.Count(item => item.Status == Status.Deferred));
            });
    }

    [Fact]
    public void Sections_begin_exactly_at_the_unindented_headings_that_Markdig_finds()
    {
        Markdown.Sample(pieces =>
        {
            var text = $"No front matter.\n\n{pieces}";
            var lines = new LineMap(text);
            var cuts = SectionCutter
                .Cut(lines, text.Length)
                .Sections.Select(cut => cut.Offset)
                .Where(offset => offset > 0);
            using var blocks = MarkdownBlocks.Parse(text, new TextSection(0, text.Length));
            var headings = blocks
                .Document.OfType<Markdig.Syntax.HeadingBlock>()
                .Where(heading => heading.Column == 0 && heading.Span.Start > 0)
                .Select(heading => heading.Span.Start);
            Assert.Equal(headings, cuts);
        });
    }

    [Fact]
    public void What_a_thread_read_before_does_not_matter()
    {
        // A thread uses the blocks and the short texts of earlier sections again.
        Gen.Select(Markdown, Markdown)
            .Sample(
                (before, text) =>
                {
                    var alone = InThread(() => ReadingText.Of(Md.Read(text)).ToList());
                    var after = InThread(() =>
                    {
                        Md.Read(before);
                        return ReadingText.Of(Md.Read(text)).ToList();
                    });
                    Assert.Equal(alone, after);
                },
                iter: 300
            );
    }

    private static T InThread<T>(Func<T> work)
    {
        var result = default(T);
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result!;
    }

    private static string Slice(string text, SourceSpan span) => text.Substring(span.Offset, span.Length);

    private static string Summary(Backlog backlog) =>
        string.Join(
            '\n',
            backlog.Improvements.Select(item =>
                $"{item.Span.Line}:{item.Span.Column} {item.Form} {item.Status} {item.Id} {item.Title} {item.Score} {item.SubTasks} {item.Section?.Title}"
            )
        );
}
