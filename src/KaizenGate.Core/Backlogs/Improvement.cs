namespace KaizenGate.Core.Backlogs;

/// <summary>How an improvement is written.</summary>
internal enum ImprovementForm
{
    Heading,
    Task,
    TableRow,
    Bullet,

    /// <summary>A paragraph that begins with bold text or with a check box.</summary>
    Lead,
}

/// <summary>An improvement of a backlog. Values that are not written are null.</summary>
internal sealed partial record Improvement
{
    /// <summary>The title as plain text, without id, check box, emphasis, leading emoji and trailing ✅.</summary>
    public required string Title { get; init; }

    /// <summary>The place of the title in the text, including markup between its words.</summary>
    public required SourceSpan Span { get; init; }

    public required ImprovementForm Form { get; init; }

    /// <summary>The identity: the id in upper case, or else the normalized title (see docs/backlog-format.md, "Identity").</summary>
    public required string Key { get; init; }

    /// <summary>Position among the improvements of its file, from 0. The reader sets it when it knows them all: copies would cost memory.</summary>
    public int Order { get; set; }

    public string? Id { get; init; }

    /// <summary>Null when there is no id.</summary>
    public SourceSpan? IdSpan { get; init; }

    /// <summary>The address of its page in a tracker; null for an improvement in a file.</summary>
    public string? Address { get; init; }

    /// <summary>The other places in the file that list the same improvement.</summary>
    public ImmutableArray<SourceSpan> OtherPlaces { get; init; } = [];

    /// <summary>The nearest heading above that is a section (priority, status or group); null before the first.</summary>
    public Section? Section { get; init; }

    /// <summary>The status that <see cref="StatusSigns"/> result in.</summary>
    public Status Status { get; init; }

    /// <summary>Everything that states a status, strongest first.</summary>
    public ImmutableArray<StatusSign> StatusSigns { get; init; } = [];

    /// <summary>The score by the formula of the settings, from written or inferred values; null when a value is missing.</summary>
    public double? Score { get; init; }

    /// <summary>The names of the formula's values that are missing.</summary>
    public ImmutableArray<string> MissingForScore { get; init; } = [];

    /// <summary>The values of its fields, including those that are properties.</summary>
    public WrittenValues Values { get; init; } = WrittenValues.None;

    /// <summary>Number of tasks below the improvement.</summary>
    public int SubTasks { get; init; }

    /// <summary>Number of <see cref="SubTasks"/> that are checked off.</summary>
    public int SubTasksDone { get; init; }

    /// <summary>All fields, in the order of the file.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>Fields with different values in two places of the file.</summary>
    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Not done or rejected.</summary>
    public bool IsOpen => Status is not (Status.Done or Status.Rejected);

    /// <summary>
    /// Whether more than its surroundings shows that it is an improvement: an id, a check box, or a field of its own for status,
    /// priority, ratings, hours or dates. A date below <c>Date</c> or <c>Added</c> can be about anything.
    /// </summary>
    public bool IsCertain =>
        Id is not null
        || WrittenPriority is { IsInferred: false }
        || StatusSigns.Any(sign => sign.Source == StatusSource.Box)
        || Fields.Any(one => one.Text.Length > 0 && one.Definition.IsOfImprovements);

    /// <summary>Open and not deferred.</summary>
    public bool IsActive => Status is Status.ToDo or Status.InProgress;

    /// <summary>Whether rules can require fields: it is a heading or has fields, and is not a bare task.</summary>
    public bool IsStructured => Form is ImprovementForm.Heading || Fields.Length > 0;

    /// <summary>Returns the first of the fields with a property; null when none has it.</summary>
    public Field? FirstField(Func<Field, bool> hasProperty)
    {
        foreach (var field in Fields)
        {
            if (hasProperty(field))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The name in reports: the id and the title.</summary>
    public string Name => Id is null ? Title : $"{Id} {Title}";
}

/// <summary>Two different values of one field of an improvement.</summary>
internal sealed record Contradiction(
    FieldDefinition Field,
    string Text,
    SourceSpan Span,
    string OtherText,
    SourceSpan OtherSpan
);

/// <summary>The kind of an improvement.</summary>
internal enum Category
{
    Performance,
    Quality,
    DeveloperExperience,
    TechnicalDebt,
    Feature,
}

/// <summary>A label with its value, as written.</summary>
/// <param name="Definition">The field; <see cref="FieldCatalog.Other"/> for a label that only the score formula uses.</param>
/// <param name="Label">The label, without emphasis and colon.</param>
/// <param name="Text">The value as plain text, without emphasis, links and code marks.</param>
/// <param name="Span">The place of the value, or of the label when the value is empty.</param>
internal readonly record struct Field(FieldDefinition Definition, string Label, string Text, SourceSpan Span);

/// <summary>The measured effect of a completed improvement.</summary>
/// <param name="Metric">What was measured ("p95"), or null.</param>
/// <param name="Before">Value before the improvement, in <paramref name="Unit"/>; null when the text is a remark.</param>
/// <param name="After">Value after it, in <paramref name="Unit"/>; null when the text is a remark or a baseline.</param>
/// <param name="Unit">Unit of both ("s", "%"), or null.</param>
/// <param name="HasFigure">Whether the text has two values or a number with a unit: a remark without them measures nothing.</param>
internal sealed record Measurement(string? Metric, double? Before, double? After, string? Unit, bool HasFigure);
