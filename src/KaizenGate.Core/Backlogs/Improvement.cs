using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>The shape in which an improvement is written.</summary>
internal enum ImprovementForm
{
    Heading,
    Task,
    TableRow,
    Bullet,
}

/// <summary>One entry of a backlog. What is not written is null; nothing is made up.</summary>
internal sealed partial record Improvement
{
    /// <summary>The title as plain text, without id, box, emphasis, leading emoji and trailing ✅.</summary>
    public required string Title { get; init; }

    /// <summary>Where the title stands (the words of <see cref="Title"/>, with markup between them).</summary>
    public required SourceSpan Span { get; init; }

    public required ImprovementForm Form { get; init; }

    /// <summary>The identity: the id in upper case, else the folded title (see docs/backlog-format.md, "Identity").</summary>
    public required string Key { get; init; }

    /// <summary>Position among the improvements of its file, from 0.</summary>
    public int Order { get; init; }

    public string? Id { get; init; }

    /// <summary>Where the id stands; null when there is none.</summary>
    public SourceSpan? IdSpan { get; init; }

    /// <summary>Where the same improvement stands again in the file, in another form.</summary>
    public ImmutableArray<SourceSpan> OtherPlaces { get; init; } = [];

    /// <summary>The nearest heading above that is a section (priority, status or group); null before the first.</summary>
    public Section? Section { get; init; }

    /// <summary>The last status sign that decides; see <see cref="StatusSigns"/> for all that spoke.</summary>
    public Status Status { get; init; }

    /// <summary>Everything that says something about the status, strongest first.</summary>
    public ImmutableArray<StatusSign> StatusSigns { get; init; } = [];

    /// <summary>The score by the formula of the settings, from values that may be inferred; null while a value is missing.</summary>
    public double? Score { get; init; }

    /// <summary>The names of the formula's values that this improvement lacks.</summary>
    public ImmutableArray<string> MissingForScore { get; init; } = [];

    /// <summary>The values of its fields, those of the properties among them.</summary>
    public WrittenValues Values { get; init; } = WrittenValues.None;

    /// <summary>Number of tasks below the improvement.</summary>
    public int SubTasks { get; init; }

    /// <summary>Number of those that are ticked.</summary>
    public int SubTasksDone { get; init; }

    /// <summary>Every field that was read for it, in the order of the file.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>Fields that two places of the same improvement state differently.</summary>
    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Neither done nor rejected.</summary>
    public bool IsOpen => Status is not (Status.Done or Status.Rejected);

    /// <summary>Open and not deferred.</summary>
    public bool IsActive => Status is Status.ToDo or Status.InProgress;

    /// <summary>Whether it has fields of its own, so that fields can be asked of it: a heading item or a table row, not a bare task.</summary>
    public bool IsStructured => Form is ImprovementForm.Heading || Fields.Length > 0;

    /// <summary>How a report names it: the id and the title.</summary>
    public string Name => Id is null ? Title : $"{Id} {Title}";
}

/// <summary>Two statements about one field of one improvement that cannot both be true.</summary>
internal sealed record Contradiction(
    FieldDefinition Field,
    string Text,
    SourceSpan Span,
    string OtherText,
    SourceSpan OtherSpan
);
