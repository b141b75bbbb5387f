using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>What a reader must know beside the text.</summary>
internal sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    public Scoring Scoring { get; init; } = Scoring.Default;

    /// <summary>The fields that an improvement can have.</summary>
    internal FieldTable Fields { get; init; } = FieldCatalog.Table;

    /// <summary>Further labels of a field, in any language.</summary>
    public ImmutableDictionary<FieldDefinition, ImmutableArray<string>> Labels { get; init; } =
        ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty;

    /// <summary>The largest file that is read, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;
}
