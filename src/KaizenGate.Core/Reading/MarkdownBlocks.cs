using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Markdig.Syntax.SourceSpan;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Markdig with the block parsers that a backlog needs and without inline parsing: emphasis and link reference definitions, which
/// a backlog does not need, take more than linear time on hostile input.
/// </summary>
internal sealed class MarkdownBlocks : IDisposable
{
    /// <summary>The maximum number of paragraphs, and of list items, that are kept for the next text.</summary>
    private const int MostUnused = 256;

    /// <summary>A block with room for more lines or blocks is not kept: it would take memory for as long as its thread runs.</summary>
    private const int MostParts = 8;

    /// <summary>What each thread parses with.</summary>
    [ThreadStatic]
    private static MarkdownBlocks? ofThread;

    private readonly BlockProcessor processor;

    /// <summary>The paragraphs of earlier texts. Most blocks are paragraphs, and their memory would be most of what parsing takes.</summary>
    private readonly Stack<ParagraphBlock> unused = new(MostUnused);

    /// <summary>The list items of earlier texts, which keep the room for their blocks.</summary>
    private readonly Stack<ListItemBlock> unusedItems = new(MostUnused);

    private MarkdownBlocks()
    {
        var parsers = new BlockParserList([
            new ConflictParser(),
            new UnderlineParser(),
            new ThematicBreakParser(),
            new PlainHeadingParser(),
            new QuoteBlockParser(),
            new ListParser(unusedItems),
            new HtmlParser(),
            new FencedCodeBlockParser(),
            new TableParser(),
            new IndentedCodeBlockParser(),
            new TableRowParser(),
            new PlainParagraphParser(unused),
        ]);
        processor = new BlockProcessor(new MarkdownDocument(), parsers, context: null);
        processor.Close(Document); // It is opened for each section.
    }

    public MarkdownDocument Document => processor.Document;

    /// <summary>Parses the blocks of a section.</summary>
    /// <param name="text">The text, from which the places of the blocks count.</param>
    /// <param name="section">The section.</param>
    /// <returns>The blocks. They belong to the next section as soon as they are disposed of.</returns>
    public static MarkdownBlocks Parse(string text, TextSection section)
    {
        var blocks = ofThread ?? new MarkdownBlocks();
        ofThread = null; // What an exception leaves behind is never used again.
        blocks.Process(text, section.Offset, section.Offset + section.Length);
        return blocks;
    }

    public void Dispose()
    {
        Release(Document);
        ofThread = this;
    }

    private void Process(string text, int start, int end)
    {
        processor.Open(Document);
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny('\r', '\n');
            var lineEnd = length < 0 ? end : start + length;
            var next =
                lineEnd + 1 < end && text[lineEnd] == '\r' && text[lineEnd + 1] == '\n' ? lineEnd + 2 : lineEnd + 1;
            processor.ProcessLine(new StringSlice(text, start, lineEnd - 1));
            start = next;
        }

        processor.Close(Document);
    }

    /// <summary>Keeps the paragraphs and the list items of a text for the next one.</summary>
    private void Release(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is ListBlock or ListItemBlock)
            {
                if (block is ListItemBlock { Count: <= MostParts } item && unusedItems.Count < MostUnused)
                {
                    unusedItems.Push(item);
                }

                Release((ContainerBlock)block);
            }
            else if (
                block is ParagraphBlock { Lines.Lines.Length: <= MostParts } paragraph
                && unused.Count < MostUnused
            )
            {
                paragraph.Lines.Clear();
                unused.Push(paragraph);
            }
        }

        container.Clear(); // A block without a parent can get another one.
    }

    /// <summary>
    /// A list item whose first line is empty ends at a blank line only as long as it is empty. Markdig, which marks such an item with a
    /// negative width, always ends it there.
    /// </summary>
    /// <param name="unused">List items to use again.</param>
    private sealed class ListParser(Stack<ListItemBlock> unused) : ListBlockParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var isBlank = processor.IsBlankLine;
            var state = base.TryContinue(processor, block);
            if (state is BlockState.Continue && !isBlank && block is ListItemBlock item)
            {
                item.ColumnWidth = Math.Abs(item.ColumnWidth);
            }

            UseAgain(processor.NewBlocks);
            return state;
        }

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var state = base.TryOpen(processor);
            UseAgain(processor.NewBlocks);
            return state;
        }

        /// <summary>Replaces a new item, which can be below a new list, by an earlier one.</summary>
        private void UseAgain(Stack<Block> blocks)
        {
            var list = blocks.TryPeek(out var last) && last is ListBlock ? blocks.Pop() : null;
            if (blocks.TryPeek(out last) && last is ListItemBlock item && unused.TryPop(out var room))
            {
                room.Column = item.Column;
                room.Span = item.Span;
                room.ColumnWidth = item.ColumnWidth;
                room.Order = item.Order;
                room.IsOpen = true;
                blocks.Pop();
                blocks.Push(room);
            }

            if (list is not null)
            {
                blocks.Push(list);
            }
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
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var state = base.TryOpen(processor);
            if (state is not BlockState.None && processor.NewBlocks.Peek() is LeafBlock block)
            {
                Prepare(block);
            }

            return state;
        }

        public override bool Close(BlockProcessor processor, Block block) => true;
    }

    /// <summary>
    /// Prepares a new block for its first line: most have one, for which Markdig takes room for four, and for inline parsing it rents
    /// room for eight, which only that parsing returns.
    /// </summary>
    private static void Prepare(LeafBlock block)
    {
        block.ProcessInlines = false;
        block.Lines = new StringLineGroup(1);
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
        private readonly Stack<ParagraphBlock> unused;

        /// <param name="unused">Paragraphs to use again.</param>
        public PlainParagraphParser(Stack<ParagraphBlock> unused)
        {
            this.unused = unused;
            ParseSetextHeadings = false;
        }

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.None;
            }

            if (!unused.TryPop(out var paragraph))
            {
                paragraph = new ParagraphBlock(this);
                Prepare(paragraph);
            }

            paragraph.Column = processor.Column;
            paragraph.Span = new SourceSpan(processor.Line.Start, processor.Line.End);
            paragraph.IsOpen = true;
            processor.NewBlocks.Push(paragraph);
            return BlockState.Continue;
        }

        public override bool Close(BlockProcessor processor, Block block) => ((LeafBlock)block).Lines.Count > 0;
    }
}
