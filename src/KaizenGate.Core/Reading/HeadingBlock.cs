using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>A heading with the content up to the next heading; without a heading, the content at the start of a section.</summary>
/// <param name="expected">The estimated number of nodes; 0 when unknown.</param>
internal sealed class HeadingBlock(SectionText section, HeadingNode? heading, int expected = 0)
{
    public SectionText Section { get; } = section;
    public HeadingNode? Heading { get; } = heading;

    /// <summary>Null without a heading.</summary>
    public TitleText? Title { get; private init; }
    public HeadingMeaning Meaning { get; private init; }
    public List<PlacedNode> Content { get; } = new(expected);

    /// <summary>What was found in this block before.</summary>
    public CachedHeadingBlock Known { get; } = new();

    /// <summary>Splits a section into blocks.</summary>
    /// <param name="section">The section.</param>
    /// <param name="content">Its content.</param>
    /// <param name="labels">The labels of fields, which titles can have.</param>
    public static List<HeadingBlock> Of(SectionText section, SectionContent content, Labels labels)
    {
        var blocks = new List<HeadingBlock>(1);
        foreach (var node in content.Nodes)
        {
            if (node is not HeadingNode heading)
            {
                if (blocks.Count == 0)
                {
                    blocks.Add(new HeadingBlock(section, null));
                }

                blocks[^1].Content.Add(new PlacedNode(section, node));
                continue;
            }

            var title = TitleText.Read(section.Text, heading.Text, labels);
            var expected = node == content.Nodes[0] ? content.Nodes.Count - 1 : 0;
            blocks.Add(
                new HeadingBlock(section, heading, expected)
                {
                    Title = title,
                    Meaning =
                        title.Id is not null || section.Slice(heading.Text).EndsWith(Transcription.ItemMark)
                            ? default
                            : SectionWords.Read(PlainText.Of(section.Slice(heading.Text))),
                }
            );
        }

        return blocks;
    }

    /// <summary>Finds ahead of the outline what depends on no other block.</summary>
    public void Prepare(Populations populations)
    {
        Known.Populations = populations.Of(Content);
        Known.Traits = Heading is null ? null : HeadingTraits.Of(this, Content);
    }
}

/// <summary>What was found in a block when it was last read, to reuse when its context is unchanged.</summary>
internal sealed class CachedHeadingBlock
{
    /// <summary>The populations directly below the heading.</summary>
    public List<Population>? Populations { get; set; }

    public CachedContext? Context { get; set; }

    /// <summary>What speaks for or against the heading, without what depends on the headings below it.</summary>
    public HeadingTraits? Traits { get; set; }

    /// <summary>The improvement that the heading is.</summary>
    public CachedHeading? Heading { get; set; }
}

/// <summary>The context that a heading gave to its content.</summary>
/// <param name="Outer">The context of the heading.</param>
/// <param name="Meaning">The meaning of the heading.</param>
/// <param name="Inner">The context of its content.</param>
internal sealed record CachedContext(InheritedContext Outer, HeadingMeaning Meaning, InheritedContext Inner);

/// <summary>The improvement that a heading is.</summary>
/// <param name="Context">The context that the block had.</param>
/// <param name="Below">The blocks of all headings below, in order, if these matter.</param>
/// <param name="Item">Null for a placeholder.</param>
internal sealed record CachedHeading(InheritedContext Context, List<CachedHeadingBlock> Below, FoundItem? Item);
