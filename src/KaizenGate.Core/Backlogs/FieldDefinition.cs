namespace KaizenGate.Core.Backlogs;

/// <summary>A field that a label or a column can stand for, and all that distinguishes it from the others. Compared by reference.</summary>
/// <param name="name">Its name in camel case, which is its key in the settings.</param>
/// <param name="kind">What its value is.</param>
/// <param name="meaning">What it says: a phrase of Markdown for the documentation.</param>
/// <param name="labels">
/// The labels that are understood without settings, separated by ", ": English first, then German, Spanish, French, Portuguese, Japanese,
/// Korean, Chinese. The first is the one that an edit writes where the file has none. Of two fields that claim a label, the first has it.
/// </param>
internal class FieldDefinition(string name, FieldKind kind, string meaning, string labels)
{
    public string Name { get; } = name;

    public FieldKind Kind => kind;

    public string Meaning => meaning;

    public string Labels { get; } = labels;

    /// <summary>The property of an improvement in JSON.</summary>
    public string JsonName { get; init; } = name;

    /// <summary>The field whose label the value stands behind, when it has no label of its own; of such fields only one has a value.</summary>
    public FieldDefinition? ReadFrom { get; init; }

    /// <summary>Whether <c>fix</c> must leave the value as it is; not so for what a fix corrects.</summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>The field under whose label the value stands.</summary>
    public FieldDefinition Labelled => ReadFrom ?? this;

    /// <summary>The label that an edit writes: <c>Target Date</c>.</summary>
    public string Spelling { get; } = labels.Split(',', 2)[0];

    /// <summary>How a message names it: <c>target date</c>.</summary>
    public string Words => Spelling.Any(char.IsLower) ? Spelling.ToLowerInvariant() : Spelling;

    /// <summary>Whether it has a value that <see cref="WrittenValues"/> holds.</summary>
    public virtual bool HasValue => false;

    /// <summary>Whether two places that state different values contradict each other, as texts and estimates do not.</summary>
    public bool IsCompared => kind is FieldKind.Date or FieldKind.Rating or FieldKind.Score or FieldKind.Priority;

    /// <summary>Whether its value may stand in the lines below the label.</summary>
    public bool IsProse => kind is FieldKind.Text or FieldKind.Measurement;

    /// <summary>Whether a table with such a column lists improvements.</summary>
    public bool MarksImprovements =>
        kind is FieldKind.Rating or FieldKind.Score or FieldKind.Priority or FieldKind.Status;

    public override string ToString() => Name;
}

/// <inheritdoc cref="FieldDefinition(string, FieldKind, string, string)"/>
/// <typeparam name="T">The type that goes with the kind, see <see cref="FieldKind"/>.</typeparam>
internal sealed class FieldDefinition<T>(string name, FieldKind kind, string meaning, string labels)
    : FieldDefinition(name, kind, meaning, labels)
{
    public override bool HasValue => true;
}
