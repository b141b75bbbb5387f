namespace KaizenGate.Core.Settings;

/// <summary>What the headings, columns, words and boxes of a backlog mean where the reader does not know them.</summary>
internal sealed record ReadingSettings
{
    public static ReadingSettings Default { get; } = new();

    /// <summary>What headings mean, one entry per text, the newest last.</summary>
    public ImmutableArray<SectionSetting> Sections { get; init; } = [];

    /// <summary>The fields of columns, by their header.</summary>
    public ImmutableDictionary<string, FieldDefinition> Columns { get; init; } =
        ImmutableDictionary<string, FieldDefinition>.Empty;

    /// <summary>The statuses of words and symbols.</summary>
    public ImmutableDictionary<string, Status> Statuses { get; init; } = ImmutableDictionary<string, Status>.Empty;

    /// <summary>The statuses of check boxes, by the text between their brackets.</summary>
    public ImmutableDictionary<string, Status> Boxes { get; init; } = ImmutableDictionary<string, Status>.Empty;

    /// <summary>The only form of the improvements; null to decide from the text.</summary>
    public PartForm? Items { get; init; }

    /// <summary>Adds the meanings of headings; a new one replaces the old one of its heading.</summary>
    public ReadingSettings WithSections(IEnumerable<SectionSetting> more)
    {
        var added = more.ToDictionary(one => one.Heading);
        return this with
        {
            Sections =
            [
                .. Sections.Where(old => !added.ContainsKey(old.Heading)),
                .. added.Values.OrderBy(one => one.Heading, StringComparer.Ordinal),
            ],
        };
    }
}
