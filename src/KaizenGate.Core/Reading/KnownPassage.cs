namespace KaizenGate.Reading;

/// <summary>What was made of a passage when it was last read, to be taken again where nothing around it has changed.</summary>
internal sealed class KnownPassage
{
    /// <summary>Whether a field of its own stands below the heading; null when nobody asked.</summary>
    public bool? HasField { get; set; }

    public KnownSurroundings? Surroundings { get; set; }

    /// <summary>Its tasks and table rows.</summary>
    public KnownItems? Content { get; set; }

    /// <summary>Its plain list items.</summary>
    public KnownItems? Bullets { get; set; }

    /// <summary>The improvement that its heading is.</summary>
    public KnownItems? Heading { get; set; }
}

/// <summary>What a heading passed on.</summary>
/// <param name="Outer">What it was given.</param>
/// <param name="Meaning">What it meant there.</param>
/// <param name="Inner">What it passed on.</param>
internal sealed record KnownSurroundings(Surroundings Outer, HeadingMeaning Meaning, Surroundings Inner);

/// <summary>What was found.</summary>
/// <param name="Around">Where the passage stood.</param>
/// <param name="Below">The passages of all headings below, in order, where these matter.</param>
/// <param name="Items">The improvements.</param>
internal sealed record KnownItems(Surroundings Around, List<KnownPassage> Below, FoundItem[] Items);
