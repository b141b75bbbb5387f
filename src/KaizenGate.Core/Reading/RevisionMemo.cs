namespace KaizenGate.Core.Reading;

/// <summary>A section of a revision, as it was read on its own. It may stand in many revisions, and more than once in one.</summary>
/// <param name="Text">Its text, without line breaks at its end.</param>
/// <param name="Passages">Its headings with what stands below them.</param>
/// <param name="HasSizes">Whether it gives an effort as a size.</param>
internal sealed record ReadSection(string Text, HeadingBlock[] Passages, bool HasSizes);

/// <summary>What is remembered of the revisions that were read, of one file or of several. Not for several threads at once.</summary>
internal sealed class RevisionMemo
{
    private const int MostCharacters = 4 * 1024 * 1024;

    private readonly TextMemo<ReadSection> sections = new(MostCharacters);

    public RevisionMemo(ReadingOptions options)
    {
        Options = options;
        Labels = new Labels(options);
    }

    public ReadingOptions Options { get; }
    public Labels Labels { get; }

    /// <summary>The lines of no text: places mean nothing where a section may stand anywhere.</summary>
    public LineMap Nowhere { get; } = new("");

    /// <summary>How many times sections were forgotten; those that are still there should then be <see cref="Keep"/>t.</summary>
    public int Turns => sections.Turns;

    /// <summary>Reads a section, or takes it as it was read before. One that is nested too deeply is empty.</summary>
    public ReadSection Read(ReadOnlySpan<char> text, bool isTooDeep)
    {
        text = text.TrimEnd("\r\n");
        if (sections.Find(text) is { } known)
        {
            return known;
        }

        var own = text.ToString();
        var section =
            !isTooDeep && SectionParser.Parse(own, Labels) is { } content
                ? new ReadSection(
                    own,
                    [.. HeadingBlock.Of(new PlacedSection(own, 0, own.Length), content, isKept: true)],
                    content.HasSizes
                )
                : new ReadSection(own, [], false);
        Keep(section);
        return section;
    }

    public void Keep(ReadSection section) => sections.Set(section.Text, section);
}
