using System.Runtime.InteropServices;

namespace KaizenGate.Core.Reading;

/// <summary>
/// The text that the extents of a section count from: that of the whole file, or its own if several revisions share it. Compared by
/// reference: two sections with the same text are two.
/// </summary>
internal sealed class SectionText(string text)
{
    public string Text => text;

    public ReadOnlySpan<char> Slice(Extent extent) => extent.In(text);
}

/// <summary>A node with the section that its extents count from.</summary>
internal readonly record struct PlacedNode(SectionText Section, Node Node);

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

    /// <summary>Who does everything in the section: <c>Owner: Ana</c>; null when no heading says so.</summary>
    public Written<string>? Owner { get; init; }

    /// <summary>Whether numbers in a column "#" are ids: the file has only one such table, so that they are unique.</summary>
    public bool NumbersAreIds { get; init; }

    /// <summary>What the file says its marks mean; null when it does not.</summary>
    public Legend? Legend { get; init; }

    public bool IsCompleted => Section?.Status is Status.Done;
}

/// <summary>A heading with the content up to the next heading, and the headings below it.</summary>
internal sealed class Scope
{
    /// <summary>Shared by all scopes without content; never modified.</summary>
    private static readonly List<PlacedNode> Nothing = [];

    /// <summary>Shared by all scopes without populations; never modified.</summary>
    public static readonly List<Population> NoPopulations = [];

    /// <summary>The content of several blocks; null when that of <see cref="Block"/> is all.</summary>
    private List<PlacedNode>? content;

    /// <summary>Null for none, as most headings have none.</summary>
    private List<Scope>? children;

    /// <summary>The heading above; null for the root.</summary>
    public Scope? Parent { get; private set; }

    /// <summary>From 1; 0 for the root.</summary>
    public int Level { get; private set; }

    /// <summary>The heading, or else the content before the first one; null for neither.</summary>
    public HeadingBlock? Block { get; private set; }
    public SectionText? Section => Block?.Section;
    public HeadingNode? Heading => Block?.Heading;
    public TitleText? Title => Block?.Title;
    public HeadingMeaning Meaning => Block is null ? default : Block.Meaning;

    /// <summary>What was found here before; null when unknown, as for content of several blocks.</summary>
    public CachedHeadingBlock? Known => content is null ? Block?.Known : null;

    /// <summary>The content up to the next heading.</summary>
    public List<PlacedNode> Content => content ?? Block?.Content ?? Nothing;

    /// <summary>The headings directly below.</summary>
    public ReadOnlySpan<Scope> Children => CollectionsMarshal.AsSpan(children);

    /// <summary>The populations directly below the heading.</summary>
    public List<Population> Populations { get; set; } = NoPopulations;

    /// <summary>The populations of the headings directly below.</summary>
    public List<Population> HeadingPopulations { get; set; } = NoPopulations;

    /// <summary>How much work is below the heading, at any depth.</summary>
    public WorkBelow Below { get; set; }

    /// <summary>What speaks for or against the heading; null before it is in a population.</summary>
    public HeadingTraits? Traits { get; set; }

    /// <summary>Whether the heading is in a population, and not only the name of a section.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Whether the heading is an improvement.</summary>
    public bool IsItem { get; set; }

    /// <summary>The context of the content; null for a heading that is an improvement or is ignored.</summary>
    public InheritedContext? Inner { get; set; }

    /// <summary>Replaces everything by a heading with its content; by an empty root if there is none.</summary>
    public void Become(Scope? parent, HeadingBlock? heading)
    {
        (Parent, Block, content) = (parent, heading, null);
        Level = heading?.Heading!.Level ?? 0;
        Inner = null;
        (Populations, HeadingPopulations, Below) = (NoPopulations, NoPopulations, default);
        (IsCounted, IsItem, Traits) = (false, false, null);
        children?.Clear();
        if (parent is not null)
        {
            (parent.children ??= []).Add(this);
        }
    }

    /// <summary>Adds the content of a block without a heading.</summary>
    public void Add(HeadingBlock headless)
    {
        if (Block is null)
        {
            Block = headless;
        }
        else
        {
            (content ??= [.. Block.Content]).AddRange(headless.Content);
        }
    }

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
internal sealed class Outline
{
    /// <summary>The scopes in order, then those of the last text, which are reused.</summary>
    private readonly List<Scope> scopes = [];
    private int count;
    private Scope last;

    public Outline() => last = Root = Next(null, null);

    /// <summary>At level 0, with the content before the first heading.</summary>
    public Scope Root { get; }

    /// <summary>Adds the next block.</summary>
    public void Add(HeadingBlock block)
    {
        if (block.Heading is { } heading)
        {
            last = Next(last.Above(heading.Level), block);
        }
        else
        {
            last.Add(block);
        }
    }

    /// <summary>Removes everything to build the tree of another text. Do not use the scopes of the last one any more.</summary>
    public void Clear()
    {
        count = 0;
        last = Next(null, null);
    }

    private Scope Next(Scope? parent, HeadingBlock? heading)
    {
        if (count == scopes.Count)
        {
            scopes.Add(new Scope());
        }

        var next = scopes[count++];
        next.Become(parent, heading);
        return next;
    }
}
