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

    /// <summary>The maximum size of a file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;
}
