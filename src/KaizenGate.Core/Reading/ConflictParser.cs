using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Markdig.Syntax.SourceSpan;

namespace KaizenGate.Core.Reading;

/// <summary>Puts an unresolved merge conflict, which nobody reads, into one block.</summary>
internal sealed class ConflictParser : BlockParser
{
    public ConflictParser() => OpeningCharacters = [MergeConflict.First, MergeConflict.Last];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var isLast = IsMarkerAtMargin(processor, MergeConflict.Last);
        if (!isLast && !IsMarkerAtMargin(processor, MergeConflict.First))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(
            new ConflictBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            }
        );
        return isLast ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        return IsMarkerAtMargin(processor, MergeConflict.Last) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public static bool IsMarkerAtMargin(BlockProcessor processor, char sign) =>
        processor.Column == 0 && MergeConflict.IsMarker(processor.Line.AsSpan(), sign);
}

/// <summary>An unresolved merge conflict; it has no lines.</summary>
internal sealed class ConflictBlock(BlockParser parser) : LeafBlock(parser);
