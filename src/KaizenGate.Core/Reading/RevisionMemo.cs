namespace KaizenGate.Core.Reading;

/// <summary>A parsed section, which can be in many revisions, and more than once in one.</summary>
/// <param name="Text">The text without line breaks at its end.</param>
internal sealed record ReadSection(string Text, List<HeadingBlock> Blocks, Conventions Conventions);

/// <summary>Caches the sections of the revisions of one or more files. Not thread-safe.</summary>
internal sealed class RevisionMemo
{
    private const int MostCharacters = 512 * 1024;

    private readonly TextMemo<ReadSection> sections = new(MostCharacters);

    public RevisionMemo(ReadingOptions options)
        : this(options, new Labels(options)) { }

    private RevisionMemo(ReadingOptions options, Labels labels)
    {
        (Options, Labels) = (options, labels);
        Parts = new(labels, new ImprovementReader(Nowhere, options, Problems, Items));
    }

    /// <summary>Room for the characters of one section at a time.</summary>
    public char[] Room { get; set; } = [];

    public ReadingOptions Options { get; }
    public Labels Labels { get; }

    /// <summary>The improvements in lists and tables.</summary>
    public ItemMemo Items { get; } = new();

    /// <summary>Reads the improvements of one revision at a time.</summary>
    public PartReader Parts { get; }

    /// <summary>The problems of one revision at a time; they are not reported.</summary>
    public Problems Problems { get; } = new();

    /// <summary>The titles of entries and leads, without their places.</summary>
    public TextMemo<TitleText> Titles { get; } = new(MostCharacters);

    /// <summary>The lines of an empty text: a section that can be anywhere has no place.</summary>
    public LineMap Nowhere { get; } = new("");

    /// <summary>How many times sections were evicted; pass the current ones to <see cref="Keep"/> after each.</summary>
    public int Turns => sections.Turns;

    /// <summary>Parses a section, or returns the cached one. One that is nested too deeply is empty.</summary>
    public ReadSection Read(ReadOnlySpan<char> text, bool isTooDeep)
    {
        text = text.TrimEnd("\r\n");
        if (sections.Find(text) is { } known)
        {
            return known;
        }

        var own = text.ToString();
        var section =
            !isTooDeep && SectionParser.Parse(own, new TextSection(0, own.Length), Labels) is { } content
                ? new ReadSection(own, HeadingBlock.Of(new SectionText(own), content, Labels), content.Conventions)
                : new ReadSection(own, [], default);
        Keep(section);
        return section;
    }

    /// <summary>Returns an empty one.</summary>
    public RevisionMemo ForOtherFiles() => new(Options, Labels) { Room = Room };

    public void Keep(ReadSection section) => sections.Set(section.Text, section);
}

/// <summary>Caches values by text. Evicts those that were not used recently.</summary>
/// <param name="mostCharacters">The total length of the recently used texts at which older ones are evicted.</param>
internal sealed class TextMemo<T>(int mostCharacters)
    where T : class
{
    private Dictionary<string, T> recent = [];
    private Dictionary<string, T> older = [];
    private long characters;

    /// <summary>How many times values were evicted.</summary>
    public int Turns { get; private set; }

    public T? Find(ReadOnlySpan<char> text)
    {
        if (recent.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var value))
        {
            return value;
        }

        if (older.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var key, out value))
        {
            Set(key, value);
        }

        return value;
    }

    public void Set(string text, T value)
    {
        characters += recent.ContainsKey(text) ? 0 : text.Length;
        recent[text] = value;
        if (characters > mostCharacters)
        {
            (older, recent, characters) = (recent, [], 0);
            Turns++;
        }
    }
}
