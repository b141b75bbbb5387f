using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>A backlog as it was read from one source.</summary>
internal sealed record Backlog
{
    public required SourceFile File { get; init; }

    /// <summary>The improvements in the order of the file.</summary>
    public ImmutableArray<Improvement> Improvements { get; init; } = [];

    /// <summary>The sections in the order of the file.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>What the file says about itself; null when it has no such lines.</summary>
    public Metadata? Metadata { get; init; }

    public ImmutableArray<MetricSeries> Metrics { get; init; } = [];

    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>What could not be understood, with its place.</summary>
    public ImmutableArray<ReadingProblem> Problems { get; init; } = [];

    /// <summary>The file that older completions were moved to; null when there is none.</summary>
    public Backlog? Archive { get; init; }

    /// <summary>The improvements of the file and of its archive.</summary>
    public IEnumerable<Improvement> WithArchive =>
        Archive is null ? Improvements : Improvements.Concat(Archive.Improvements);
}

/// <summary>Something that the reader could not understand.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
/// <param name="Item">The improvement concerned, or null.</param>
internal sealed record ReadingProblem(SourceSpan Span, string Message, Improvement? Item = null);

/// <summary>How far a suppression reaches.</summary>
internal enum SuppressionScope
{
    NextItem,
    File,
}

/// <summary>A comment that asks the gate not to report certain rules.</summary>
/// <param name="Scope">For the next improvement, or for the whole file.</param>
/// <param name="Rules">The ids or names it gives, as written.</param>
/// <param name="Reason">Why; null when it gives none.</param>
/// <param name="Span">The comment.</param>
/// <param name="Item">Position of the improvement it belongs to (<see cref="Improvement.Order"/>); null when there is none behind it, or for the file.</param>
internal sealed record Suppression(
    SuppressionScope Scope,
    ImmutableArray<string> Rules,
    string? Reason,
    SourceSpan Span,
    int? Item
);
