namespace KaizenGate.Core.Reading;

/// <summary>What was made of a passage when it was last read, to be taken again where nothing around it has changed.</summary>
internal sealed class CachedHeadingBlock
{
    /// <summary>Whether a field of its own stands below the heading; null when nobody asked.</summary>
    public bool? HasField { get; set; }

    public CachedContext? Surroundings { get; set; }

    /// <summary>Its tasks and table rows.</summary>
    public CachedItems? Content { get; set; }

    /// <summary>Its plain list items.</summary>
    public CachedItems? Bullets { get; set; }

    /// <summary>The improvement that its heading is.</summary>
    public CachedItems? Heading { get; set; }
}

/// <summary>What a heading passed on.</summary>
/// <param name="Outer">What it was given.</param>
/// <param name="Meaning">What it meant there.</param>
/// <param name="Inner">What it passed on.</param>
internal sealed record CachedContext(InheritedContext Outer, HeadingMeaning Meaning, InheritedContext Inner);

/// <summary>What was found.</summary>
/// <param name="Around">Where the passage stood.</param>
/// <param name="Below">The passages of all headings below, in order, where these matter.</param>
/// <param name="Items">The improvements.</param>
internal sealed record CachedItems(InheritedContext Around, List<CachedHeadingBlock> Below, FoundItem[] Items);
