using CsCheck;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Tests.Reporting;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KaizenGate.Core.Tests.Escaping;

public sealed class MarkdownTextTests
{
    /// <summary>
    /// The markup that GitHub, GitLab and Azure DevOps render in addition to CommonMark. Markdig supports more (superscript, smileys,
    /// attributes), which no host renders.
    /// </summary>
    private static readonly MarkdownPipeline Hosts = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAlertBlocks()
        .UseAutoLinks()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript)
        .UseFootnotes()
        .UseMathematics()
        .UseTaskLists()
        .Build();

    [Theory]
    [InlineData("<script>alert(1)</script> &amp;", "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;")]
    [InlineData("a | b", "a &#124; b")]
    [InlineData(
        "`code` **bold** _it_ ~~del~~",
        "&#96;code&#96; &#42;&#42;bold&#42;&#42; &#95;it&#95; &#126;&#126;del&#126;&#126;"
    )]
    [InlineData("![i](x) [go](y)", "&#33;&#91;i&#93;(x) &#91;go&#93;(y)")]
    [InlineData("@octocat", "@&#8203;octocat")]
    [InlineData("see #12, org/repo#3 and GH-7", "see #&#8203;12, org/repo#&#8203;3 and GH-&#8203;7")]
    [InlineData("https://evil.example", "https&#58;//evil.example")]
    [InlineData("www.evil.example", "www&#46;evil.example")]
    [InlineData(":tada: note: plain", "&#58;tada: note: plain")]
    [InlineData("$x$ \\", "&#36;x&#36; &#92;")]
    [InlineData("line\nbreak", "line break")]
    public void Markup_is_shown_as_typed(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));

    [Fact]
    public void Nothing_in_a_table_cell_is_markup() =>
        Hostile.Text.Sample(text =>
        {
            var document = Markdown.Parse($"| a | b |\n| --- | --- |\n| x | {MarkdownText.Of(text)} |\n", Hosts);

            var table = Assert.IsType<Table>(Assert.Single(document));
            var row = Assert.IsType<TableRow>(table[1]);
            Assert.Equal(2, table.Count);
            Assert.Equal(2, row.Count);
            Assert.All(
                row.Descendants<Inline>(),
                inline => Assert.True(inline is LiteralInline or HtmlEntityInline or ContainerInline { Parent: null })
            );
        });
}
