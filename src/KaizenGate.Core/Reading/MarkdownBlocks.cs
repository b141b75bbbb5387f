using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Markdig with the block parsers that a backlog needs and without inline parsing: emphasis and link reference definitions, which
/// a backlog does not need, take more than linear time on hostile input.
/// </summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Parses the blocks of a text; null when they exceed Markdig's depth limit.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException tooDeep) when (tooDeep.GetType() == typeof(ArgumentException))
        {
            return null; // Markdig throws this only for its depth limit.
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([
            new ConflictParser(),
            new UnderlineParser(),
            new ThematicBreakParser(),
            new PlainHeadingParser(),
            new QuoteBlockParser(),
            new ListParser(),
            new HtmlParser(),
            new FencedCodeBlockParser(),
            new TableParser(),
            new IndentedCodeBlockParser(),
            new TableRowParser(),
            new PlainParagraphParser(),
        ]);
        return builder.Build();
    }

    /// <summary>
    /// A list item whose first line is empty ends at a blank line only as long as it is empty. Markdig, which marks such an item with a
    /// negative width, always ends it there.
    /// </summary>
    private sealed class ListParser : ListBlockParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var isBlank = processor.IsBlankLine;
            var state = base.TryContinue(processor, block);
            if (state is BlockState.Continue && !isBlank && block is ListItemBlock item)
            {
                item.ColumnWidth = Math.Abs(item.ColumnWidth);
            }

            return state;
        }
    }

    /// <summary>HTML that ends at a blank line also ends at a merge conflict; other HTML, such as a comment, contains its markers.</summary>
    private sealed class HtmlParser : HtmlBlockParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var endsAtBlankLine =
                block is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock };
            var isMarker =
                ConflictParser.IsMarkerAtMargin(processor, MergeConflict.First)
                || ConflictParser.IsMarkerAtMargin(processor, MergeConflict.Last);
            return endsAtBlankLine && isMarker ? BlockState.None : base.TryContinue(processor, block);
        }
    }

    private sealed class PlainHeadingParser : HeadingBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => Plain(base.TryOpen(processor), processor);

        public override bool Close(BlockProcessor processor, Block block) => true;
    }

    /// <summary>
    /// Prepares a new block for its first line: most have one, for which Markdig takes room for four, and for inline parsing it rents
    /// room for eight, which only that parsing returns.
    /// </summary>
    private static BlockState Plain(BlockState state, BlockProcessor processor)
    {
        if (state is not BlockState.None && processor.NewBlocks.Peek() is LeafBlock block)
        {
            block.ProcessInlines = false;
            block.Lines = new StringLineGroup(1);
        }

        return state;
    }

    /// <summary>Ends a paragraph with the line of = or - that underlines it; <see cref="SectionParser"/> makes a heading of it.</summary>
    private sealed class UnderlineParser : BlockParser
    {
        public UnderlineParser() => OpeningCharacters = ['=', '-'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan().TrimEnd();
            if (
                processor.IsCodeIndent
                || line.ContainsAnyExcept(line[0])
                || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true } paragraph
            )
            {
                return BlockState.None;
            }

            paragraph.Lines.Add(
                new StringLine(processor.Line, processor.LineIndex, processor.Column, processor.Start, NewLine.None)
            );
            paragraph.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }
    }

    /// <summary>Does not parse underlined headings; <see cref="UnderlineParser"/> does.</summary>
    private sealed class PlainParagraphParser : ParagraphBlockParser
    {
        public PlainParagraphParser() => ParseSetextHeadings = false;

        public override BlockState TryOpen(BlockProcessor processor) => Plain(base.TryOpen(processor), processor);

        public override bool Close(BlockProcessor processor, Block block) => ((LeafBlock)block).Lines.Count > 0;
    }
}
