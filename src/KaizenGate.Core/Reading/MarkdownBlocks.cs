using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Markdig with the block parsers that a backlog needs and no inline parsing: emphasis and link reference definitions cost
/// more than linear time on hostile input, and a backlog needs neither.
/// </summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The blocks of a text; null when they are nested more deeply than Markdig reads.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException tooDeep) when (tooDeep.GetType() == typeof(ArgumentException))
        {
            return null; // Markdig's depth limit is the only one that it reports like this.
        }
    }

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
