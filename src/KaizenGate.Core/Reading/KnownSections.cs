namespace KaizenGate.Reading;

/// <summary>What a text was read as, for the next text that shares most of its sections. Never changes itself.</summary>
/// <param name="labels">The labels that it was read with.</param>
/// <param name="contents">What its sections hold, by their text.</param>
/// <param name="headings">What its headings turned out to be.</param>
internal sealed class KnownSections(
    Labels labels,
    Dictionary<string, SectionContent> contents,
    IReadOnlyDictionary<HeadingNode, KnownHeading> headings
)
{
    /// <summary>More would take more memory than reading it again is worth.</summary>
    private const int MostCharacters = 8 * 1024 * 1024;

    public Labels Labels => labels;

    public IReadOnlyDictionary<HeadingNode, KnownHeading> Headings => headings;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="options">How texts are read from here on.</param>
    public static KnownSections None(ReadingOptions options) =>
        new(new Labels(options), [], new Dictionary<HeadingNode, KnownHeading>());

    /// <summary>What a section holds; null when it is not known.</summary>
    public SectionContent? Find(ReadOnlySpan<char> section) =>
        contents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(section, out var content) ? content : null;

    /// <summary>The sections of the next text by their text.</summary>
    public Dictionary<string, SectionContent> Next(
        IReadOnlyList<(PlacedSection Place, SectionContent Content)> sections
    )
    {
        var next = new Dictionary<string, SectionContent>(sections.Count);
        var known = contents.GetAlternateLookup<ReadOnlySpan<char>>();
        if (sections.Sum(section => (long)section.Place.Length) <= MostCharacters)
        {
            foreach (var (place, content) in sections)
            {
                var text = place.Text.AsSpan(place.Offset, place.Length);
                next[known.TryGetValue(text, out var same, out _) ? same : text.ToString()] = content;
            }
        }

        return next;
    }
}
