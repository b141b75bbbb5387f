using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>The place of a section, to turn its own extents into those of the whole text.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Offset">Where the section begins in it.</param>
internal sealed record PlacedSection(string Text, int Offset)
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
internal sealed record Surroundings(
    Section? Section,
    Section? StatusFrom,
    Section? InferredFrom,
    double? Impact,
    double? Effort
)
{
    public static Surroundings None { get; } = new(null, null, null, null, null);

    public bool IsCompleted => Section?.Status is Status.Done;

    /// <summary>Whether plain headings and bullets below are improvements.</summary>
    public bool TakesPlainItems =>
        Section is { } section
        && (section.Priority is not null || section.Status is Status.Done or Status.Deferred or Status.Rejected);
}

/// <summary>A heading with what stands below it up to the next heading, and the headings below that.</summary>
internal sealed class Scope(Scope? parent, int level, PlacedSection? section, HeadingNode? heading)
{
    public Scope? Parent { get; } = parent;
    public int Level { get; } = level;
    public PlacedSection? Section { get; } = section;
    public HeadingNode? Heading { get; } = heading;
    public TitleText? Title { get; init; }
    public HeadingMeaning Meaning { get; init; }

    /// <summary>What stands before the next heading. Dropped once it is read, to keep large files small in memory.</summary>
    public List<PlacedNode> Content { get; private set; } = [];
    public List<Scope> Children { get; } = [];

    public void DropContent() => Content = [];
}

/// <summary>Builds the tree of headings from the sections of a text.</summary>
internal static class Outline
{
    /// <summary>The root, of level 0, which holds what stands before the first heading.</summary>
    public static Scope Of(IEnumerable<(PlacedSection Place, SectionContent Content)> sections)
    {
        var root = new Scope(null, 0, null, null);
        var current = root;
        foreach (var (place, content) in sections)
        {
            foreach (var node in content.Nodes)
            {
                if (node is HeadingNode heading)
                {
                    current = Open(current, place, heading);
                }
                else
                {
                    current.Content.Add(new PlacedNode(place, node));
                }
            }
        }

        return root;
    }

    private static Scope Open(Scope current, PlacedSection section, HeadingNode heading)
    {
        var parent = current;
        while (parent.Level >= heading.Level)
        {
            parent = parent.Parent!;
        }

        var title = TitleText.Read(section.Text, section.Place(heading.Text));
        var scope = new Scope(parent, heading.Level, section, heading)
        {
            Title = title,
            Meaning = title.Id is null ? HeadingWords.Read(PlainText.Of(section.Slice(heading.Text))) : default,
        };
        parent.Children.Add(scope);
        return scope;
    }
}
