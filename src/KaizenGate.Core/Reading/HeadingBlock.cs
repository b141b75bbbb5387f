namespace KaizenGate.Core.Reading;

/// <summary>A heading with what stands below it up to the next one of its section; without heading, what a section begins with.</summary>
/// <param name="section">The place of its section.</param>
/// <param name="heading">The heading.</param>
/// <param name="expected">About how much stands below it; 0 when nothing tells.</param>
internal sealed class HeadingBlock(PlacedSection section, HeadingNode? heading, int expected = 0)
{
    public PlacedSection Section { get; } = section;
    public HeadingNode? Heading { get; } = heading;

    /// <summary>The heading's title; null without a heading.</summary>
    public TitleText? Title { get; private init; }
    public HeadingMeaning Meaning { get; private init; }
    public List<PlacedNode> Content { get; } = new(expected);

    /// <summary>What was found in it before; null where a text is read only once.</summary>
    public CachedHeadingBlock? Known { get; private init; }

    /// <summary>The passages of a section, in order.</summary>
    /// <param name="section">The place of the section.</param>
    /// <param name="content">What stands in it.</param>
    /// <param name="isKept">Whether the passages are to be taken again for further revisions of the text.</param>
    public static IEnumerable<HeadingBlock> Of(PlacedSection section, SectionContent content, bool isKept)
    {
        var current = new HeadingBlock(section, null) { Known = isKept ? new CachedHeadingBlock() : null };
        foreach (var node in content.Nodes)
        {
            if (node is not HeadingNode heading)
            {
                current.Content.Add(new PlacedNode(section, node));
                continue;
            }

            if (!current.IsNothing)
            {
                yield return current;
            }

            var title = TitleText.Read(section.Text, section.Place(heading.Text));
            current = new HeadingBlock(
                section,
                heading,
                expected: node == content.Nodes[0] ? content.Nodes.Count - 1 : 0
            )
            {
                Title = title,
                Meaning = title.Id is null ? HeadingWords.Read(PlainText.Of(section.Slice(heading.Text))) : default,
                Known = isKept ? new CachedHeadingBlock() : null,
            };
        }

        if (!current.IsNothing)
        {
            yield return current;
        }
    }

    private bool IsNothing => Heading is null && Content.Count == 0;
}
