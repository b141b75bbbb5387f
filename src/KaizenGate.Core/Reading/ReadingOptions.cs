namespace KaizenGate.Core.Reading;

/// <summary>How to read a backlog.</summary>
internal sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    public Scoring Scoring { get; init; } = Scoring.Default;

    internal FieldTable Fields { get; init; } = FieldCatalog.Table;

    /// <summary>Additional labels of fields, in any language.</summary>
    public ImmutableDictionary<FieldDefinition, ImmutableArray<string>> Labels { get; init; } =
        ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty;

    /// <summary>What headings mean, by their text: their content is improvements with a status or a priority, or it is not read.</summary>
    public ImmutableArray<SectionSetting> Sections { get; init; } = [];

    /// <summary>The fields of columns, by their header. Also the labels of fields.</summary>
    public ImmutableDictionary<string, FieldDefinition> Columns { get; init; } =
        ImmutableDictionary<string, FieldDefinition>.Empty;

    /// <summary>The labels to read instead of the headings in the body of an issue; see <see cref="IssueForm"/>.</summary>
    public ImmutableDictionary<string, string> Headings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The statuses of words, emoji and shortcodes in status fields.</summary>
    public ImmutableDictionary<string, Status> Statuses { get; init; } = ImmutableDictionary<string, Status>.Empty;

    /// <summary>The statuses of check boxes, by what is between their brackets.</summary>
    public ImmutableDictionary<string, Status> Boxes { get; init; } = ImmutableDictionary<string, Status>.Empty;

    /// <summary>The one form in which the backlog writes its improvements; null to decide from the text.</summary>
    public PartForm? Items { get; init; }

    /// <summary>Decides whether a population is read; null to go by its evidence.</summary>
    internal Func<Sight, bool>? Decide { get; init; }

    /// <summary>Whether to keep what every part was read as; see <see cref="ReadingAccount.Parts"/>.</summary>
    public bool KeepsParts { get; init; }

    /// <summary>The maximum size of a file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;
}
