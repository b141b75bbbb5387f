using System.Runtime.InteropServices;

namespace KaizenGate.Core.Reading;

/// <summary>The place of a section, to convert its extents into those of the text.</summary>
/// <param name="Offset">The start of the section in the text.</param>
internal sealed record PlacedSection(string Text, int Offset, int Length)
{
    /// <summary>Converts an extent of the section into one of the text.</summary>
    public Extent Place(Extent extent) => new(Offset + extent.Start, extent.Length);

    public ReadOnlySpan<char> Slice(Extent extent) => Text.AsSpan(Offset + extent.Start, extent.Length);
}

/// <summary>A node with the section that its extents count from.</summary>
internal readonly record struct PlacedNode(PlacedSection Section, Node Node);

/// <summary>What a heading gives to everything below it.</summary>
/// <param name="Section">The heading itself; null above the first.</param>
/// <param name="StatusFrom">The heading that gives the status, this one or one above.</param>
/// <param name="InferredFrom">The heading that gives impact and effort.</param>
/// <param name="Conventions">How the whole backlog writes its values.</param>
internal sealed record InheritedContext(
    Section? Section,
    Section? StatusFrom,
    Section? InferredFrom,
    double? Impact,
    double? Effort,
    Conventions Conventions
)
{
    /// <summary>Returns the context of the whole text.</summary>
    public static InheritedContext OfText(Conventions conventions) => new(null, null, null, null, null, conventions);

    /// <summary>What the file says its marks mean; null when it does not.</summary>
    public Legend? Legend { get; init; }

    public bool IsCompleted => Section?.Status is Status.Done;
}

/// <summary>A heading with the content up to the next heading, and the headings below it.</summary>
/// <param name="parent">The heading above; null for the root.</param>
/// <param name="block">Null for the root.</param>
internal sealed class Scope(Scope? parent, HeadingBlock? block)
{
    /// <summary>Shared by all scopes without content; never modified.</summary>
    private static readonly List<PlacedNode> Nothing = [];

    /// <summary>Null for none, as most headings have none.</summary>
    private List<Scope>? children;

    /// <summary>Whether <see cref="Content"/> is a list of this scope and not of a block.</summary>
    private bool ownsContent;

    public Scope? Parent { get; } = parent;
    public int Level { get; } = block?.Heading!.Level ?? 0;
    public PlacedSection? Section => block?.Section;
    public HeadingNode? Heading => block?.Heading;
    public TitleText? Title => block?.Title;
    public HeadingMeaning Meaning => block?.Meaning ?? default;

    /// <summary>What was found here before; null when unknown, as for content of several blocks.</summary>
    public CachedHeadingBlock? Known { get; private set; } = block?.Known;

    /// <summary>The content up to the next heading.</summary>
    public List<PlacedNode> Content { get; private set; } = block?.Content ?? Nothing;

    /// <summary>The headings directly below.</summary>
    public ReadOnlySpan<Scope> Children => CollectionsMarshal.AsSpan(children);

    /// <summary>The populations directly below the heading.</summary>
    public List<Population> Populations { get; set; } = [];

    /// <summary>The populations of the headings directly below.</summary>
    public List<Population> HeadingPopulations { get; set; } = [];

    /// <summary>How much work is below the heading, at any depth.</summary>
    public WorkBelow Below { get; set; }

    /// <summary>Whether the heading is in a population, and not only the name of a section.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Whether the heading is an improvement.</summary>
    public bool IsItem { get; set; }

    /// <summary>The improvements found here, without those of the headings below.</summary>
    public FoundItem[] Items { get; set; } = [];

    /// <summary>The context of the content; null for a heading that is an improvement or is ignored.</summary>
    public InheritedContext? Inner { get; set; }

    /// <summary>Adds the content of a block without a heading.</summary>
    public void Add(HeadingBlock headless)
    {
        var isFirst = Heading is null && Content.Count == 0;
        Known = isFirst ? headless.Known : null;
        if (isFirst)
        {
            Content = headless.Content;
            return;
        }

        if (!ownsContent)
        {
            (Content, ownsContent) = ([.. Content], true);
        }

        Content.AddRange(headless.Content);
    }

    public void Add(Scope child) => (children ??= []).Add(child);

    /// <summary>Returns the parent of a heading of a level: this scope or one above.</summary>
    public Scope Above(int level)
    {
        var scope = this;
        while (scope.Level >= level)
        {
            scope = scope.Parent!;
        }

        return scope;
    }
}

/// <summary>Builds the tree of headings from the blocks of a text.</summary>
internal static class Outline
{
    /// <summary>Returns the root, at level 0, with the content before the first heading.</summary>
    public static Scope Of(IEnumerable<HeadingBlock> blocks)
    {
        var root = new Scope(null, null);
        var current = root;
        foreach (var block in blocks)
        {
            if (block.Heading is not { } heading)
            {
                current.Add(block);
                continue;
            }

            var parent = current.Above(heading.Level);
            current = new Scope(parent, block);
            parent.Add(current);
        }

        return root;
    }
}
