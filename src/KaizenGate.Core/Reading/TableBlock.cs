using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Markdig.Syntax.SourceSpan;

namespace KaizenGate.Core.Reading;

/// <summary>The lines of a pipe table: the header, the delimiter row, then the rows.</summary>
internal sealed class TableBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>
/// Makes a table of the last line of a paragraph when a delimiter row follows. Unlike a paragraph, a table ends where any other block
/// begins: the next list item can have any number, and indented lines are code.
/// </summary>
internal sealed class TableParser : BlockParser
{
    public TableParser() => OpeningCharacters = ['|', ':', '-'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        // The parent is open if the line is in it, not only a lazy continuation of the paragraph.
        var isListItem = processor.Line.AsSpan() is ['-', ' ' or '\t', ..];
        if (
            isListItem
            || processor.IsCodeIndent
            || processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 0, Parent.IsOpen: true } paragraph
        )
        {
            return BlockState.None;
        }

        var header = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        if (!TableLines.IsStart(header.Slice.AsSpan().Trim(), processor.Line.AsSpan().Trim()))
        {
            return BlockState.None;
        }

        // A paragraph without lines is removed when it is closed.
        paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        var table = new TableBlock(this)
        {
            Column = header.Column,
            Lines = new StringLineGroup(4),
            Span = new SourceSpan(header.Slice.Start, processor.Line.End),
        };
        table.Lines.Add(header);
        processor.NewBlocks.Push(table);
        return BlockState.Continue;
    }

    /// <summary>Lets all other parsers see the line first; then <see cref="TableRowParser"/> adds it.</summary>
    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;
}

/// <summary>Adds a line that begins no other block to the table above it.</summary>
internal sealed class TableRowParser : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsBlankLine || processor.CurrentBlock is not TableBlock { Parent.IsOpen: true } table)
        {
            return BlockState.None;
        }

        table.Lines.Add(
            new StringLine(processor.Line, processor.LineIndex, processor.Column, processor.Start, NewLine.None)
        );
        table.UpdateSpanEnd(processor.Line.End);
        table.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
