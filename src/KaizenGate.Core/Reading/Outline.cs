using System.Runtime.InteropServices;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>The place of a section, to turn its own extents into those of the whole text.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Offset">Where the section begins in it.</param>
/// <param name="Length">Its length.</param>
internal sealed record PlacedSection(string Text, int Offset, int Length)
{
    /// <summary>An extent of the section as one of the whole text.</summary>
    public Extent Place(Extent extent) => new(Offset + extent.Start, extent.Length);

    /// <summary>The characters of an extent of the section.</summary>
    public ReadOnlySpan<char> Slice(Extent extent) => Text.AsSpan(Offset + extent.Start, extent.Length);
}

/// <summary>A node together with the section that its extents count from.</summary>
internal readonly record struct PlacedNode(PlacedSection Section, Node Node);

/// <summary>What a heading passes on to everything below it.</summary>
/// <param name="Section">The heading itself, as the backlog shows it; null above the first.</param>
/// <param name="StatusFrom">The heading that gives the status, which may be one further up.</param>
/// <param name="InferredFrom">The heading whose remark gives impact and effort.</param>
/// <param name="Impact">The inferred impact.</param>
/// <param name="Effort">The inferred effort.</param>
/// <param name="EffortsAreSizes">Whether the text gives efforts as sizes, so that L means large and not low.</param>
internal sealed record InheritedContext(
    Section? Section,
    Section? StatusFrom,
    Section? InferredFrom,
    double? Impact,
    double? Effort,
    bool EffortsAreSizes
)
{
    /// <summary>What surrounds a text as a whole.</summary>
    public static InheritedContext OfText(bool effortsAreSizes) => new(null, null, null, null, null, effortsAreSizes);

    public bool IsCompleted => Section?.Status is Status.Done;

    /// <summary>Whether plain headings and bullets below are improvements.</summary>
    public bool TakesPlainItems =>
        Section is { } section
        && (section.Priority is not null || section.Status is Status.Done or Status.Deferred or Status.Rejected);
}

/// <summary>A heading with what stands below it up to the next heading, and the headings below that.</summary>
/// <param name="parent">The heading above; null for the root.</param>
/// <param name="passage">The passage that the heading begins; null for the root.</param>
internal sealed class Scope(Scope? parent, HeadingBlock? passage)
{
    /// <summary>Shared by all scopes that hold nothing, and never added to.</summary>
    private static readonly List<PlacedNode> Nothing = [];

    /// <summary>Null for none: most headings have none below them.</summary>
    private List<Scope>? children;

    /// <summary>Whether <see cref="Content"/> is this scope's own list and not that of a passage.</summary>
    private bool ownsContent;

    public Scope? Parent { get; } = parent;
    public int Level { get; } = passage?.Heading!.Level ?? 0;
    public PlacedSection? Section => passage?.Section;
    public HeadingNode? Heading => passage?.Heading;
    public TitleText? Title => passage?.Title;
    public HeadingMeaning Meaning => passage?.Meaning ?? default;

    /// <summary>What was found here before; null when nothing can be known, as where the content comes from several passages.</summary>
    public CachedHeadingBlock? Known { get; private set; } = passage?.Known;

    /// <summary>What stands before the next heading.</summary>
    public List<PlacedNode> Content { get; private set; } = passage?.Content ?? Nothing;

    /// <summary>The headings right below.</summary>
    public ReadOnlySpan<Scope> Children => CollectionsMarshal.AsSpan(children);

    /// <summary>The improvements that were found here, apart from those of the headings below.</summary>
    public FoundItem[] Items { get; set; } = [];

    /// <summary>What the heading passes on to all below it; null for one that is an improvement, or was left out.</summary>
    public InheritedContext? Inner { get; set; }

    /// <summary>Takes what stands in a passage without heading.</summary>
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

    /// <summary>The scope that a heading of a level stands in: this one, or one further up.</summary>
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

/// <summary>Builds the tree of headings from the passages of a text.</summary>
internal static class Outline
{
    /// <summary>The root, of level 0, which holds what stands before the first heading.</summary>
    public static Scope Of(IEnumerable<HeadingBlock> passages)
    {
        var root = new Scope(null, null);
        var current = root;
        foreach (var passage in passages)
        {
            if (passage.Heading is not { } heading)
            {
                current.Add(passage);
                continue;
            }

            var parent = current.Above(heading.Level);
            current = new Scope(parent, passage);
            parent.Add(current);
        }

        return root;
    }
}
