namespace KaizenGate.Reading;

/// <summary>What was made of a passage when it was last read, to be taken again where nothing around it has changed.</summary>
internal sealed class KnownPassage
{
    /// <summary>Whether a field of its own stands below the heading; null when nobody asked.</summary>
    public bool? HasField { get; set; }

    public KnownSurroundings? Surroundings { get; set; }
    public KnownItems? Content { get; set; }
    public KnownItems? Bullets { get; set; }
    public KnownItems? Heading { get; set; }

    /// <summary>Its scope where no heading stood below it; see <see cref="Outline"/>.</summary>
    public Scope? Leaf { get; set; }
}

/// <summary>What a heading passed on.</summary>
/// <param name="Outer">What it was given.</param>
/// <param name="Meaning">What it meant there.</param>
/// <param name="Inner">What it passed on.</param>
internal sealed record KnownSurroundings(Surroundings Outer, HeadingMeaning Meaning, Surroundings Inner);

/// <summary>What was found.</summary>
/// <param name="Around">Where the passage stood.</param>
/// <param name="EffortsAreSizes">Whether L meant large.</param>
/// <param name="Below">The passages of all headings below, in order, where these matter.</param>
/// <param name="Items">The improvements.</param>
internal sealed record KnownItems(
    Surroundings Around,
    bool EffortsAreSizes,
    List<KnownPassage> Below,
    FoundItem[] Items
)
{
    public bool HoldsFor(Surroundings around, bool effortsAreSizes) =>
        EffortsAreSizes == effortsAreSizes && (ReferenceEquals(Around, around) || Around == around);
}
