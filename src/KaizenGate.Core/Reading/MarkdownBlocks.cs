using KaizenGate.Backlogs;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KaizenGate.Reading;

/// <summary>
/// Markdig with the block parsers that a backlog needs and no inline parsing: emphasis and link reference definitions cost
/// more than linear time on hostile input, and a backlog needs neither.
/// </summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <exception cref="ArgumentException">The nesting is deeper than Markdig allows.</exception>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([
            new ThematicBreakParser(),
            new PlainHeadingParser(),
            new QuoteBlockParser(),
            new ListBlockParser(),
            new HtmlBlockParser(),
            new FencedCodeBlockParser(),
            new IndentedCodeBlockParser(),
            new PlainParagraphParser(),
        ]);
        return builder.Build();
    }

    private sealed class PlainHeadingParser : HeadingBlockParser
    {
        public override bool Close(BlockProcessor processor, Block block)
        {
            ((LeafBlock)block).ProcessInlines = false;
            return true;
        }
    }

    /// <summary>Leaves paragraphs as they are; underlined headings are recognized by <see cref="SectionParser"/>.</summary>
    private sealed class PlainParagraphParser : ParagraphBlockParser
    {
        public PlainParagraphParser() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            var paragraph = (LeafBlock)block;
            paragraph.ProcessInlines = false;
            return paragraph.Lines.Count > 0;
        }
    }
}
