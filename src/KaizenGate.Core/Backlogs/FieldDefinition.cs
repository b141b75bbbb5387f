namespace KaizenGate.Core.Backlogs;

/// <summary>A field of an improvement: its labels and how its value is read and written. Compared by reference.</summary>
/// <param name="name">The name in camel case, which is the key in the settings.</param>
/// <param name="kind">What the value is.</param>
/// <param name="meaning">A phrase in Markdown for the documentation.</param>
/// <param name="labels">
/// Labels, separated by ", ", in addition to those of <c>field.NAME</c> in the vocabulary. An edit writes the first one unless the file
/// already uses another.
/// </param>
internal class FieldDefinition(string name, FieldKind kind, string meaning, string labels)
{
    private static int defined = -1;

    public string Name { get; } = name;

    /// <summary>A bit of its own; a field after the first 64 shares one.</summary>
    public ulong Bit { get; } = 1UL << (Interlocked.Increment(ref defined) % 64);

    public FieldKind Kind => kind;

    public string Meaning => meaning;

    public string Labels { get; } = labels;

    /// <summary>The name of the property in JSON.</summary>
    public string JsonName { get; init; } = name;

    /// <summary>The field whose label this one shares when it has none of its own; only one of the two has a value.</summary>
    public FieldDefinition? ReadFrom { get; init; }

    /// <summary>Whether <c>fix</c> must not change the value.</summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>The field with the label of the value.</summary>
    public FieldDefinition Labelled => ReadFrom ?? this;

    /// <summary>The label that an edit writes: <c>Target Date</c>.</summary>
    public string Spelling { get; } = labels.Split(',', 2)[0];

    /// <summary>The name in messages: <c>target date</c>.</summary>
    public string Words => Spelling.Any(char.IsLower) ? Spelling.ToLowerInvariant() : Spelling;

    /// <summary>Whether <see cref="WrittenValues"/> has its value.</summary>
    public virtual bool HasValue => false;

    /// <summary>Whether two different values in one file contradict each other. Texts and estimates do not.</summary>
    public bool IsCompared => kind is FieldKind.Date or FieldKind.Rating or FieldKind.Score or FieldKind.Priority;

    /// <summary>Whether the value can be in the lines below the label.</summary>
    public bool IsProse => kind is FieldKind.Text or FieldKind.Measurement;

    /// <summary>Whether a column of this field makes a table a list of improvements.</summary>
    public bool MarksImprovements =>
        kind is FieldKind.Rating or FieldKind.Score or FieldKind.Priority or FieldKind.Status;

    /// <summary>Whether only improvements have such a field; other things are captured, owned and described too.</summary>
    public bool IsOfImprovements =>
        MarksImprovements
        || kind is FieldKind.Hours or FieldKind.Savings
        || (kind is FieldKind.Date && this != FieldCatalog.Captured);

    public override string ToString() => Name;
}

/// <inheritdoc cref="FieldDefinition(string, FieldKind, string, string)"/>
/// <typeparam name="T">The type of the value, see <see cref="FieldKind"/>.</typeparam>
internal sealed class FieldDefinition<T>(string name, FieldKind kind, string meaning, string labels)
    : FieldDefinition(name, kind, meaning, labels)
{
    public override bool HasValue => true;
}

/// <summary>What the value of a field is, which defines how it is read and written.</summary>
internal enum FieldKind
{
    /// <summary>A label that only the score formula uses, for its number.</summary>
    Other,

    /// <summary>A column with ids.</summary>
    Id,

    /// <summary>A column with titles.</summary>
    Title,

    /// <summary>A word or a symbol for the status.</summary>
    Status,

    /// <summary>A number from 1 to 10, <see cref="double"/>.</summary>
    Rating,

    /// <summary>A score, <see cref="double"/>.</summary>
    Score,

    /// <summary>A <see cref="Backlogs.Priority"/>.</summary>
    Priority,

    /// <summary>A <see cref="Backlogs.Category"/>; null for an unknown word.</summary>
    Category,

    /// <summary>Labels or tags, separated by commas, <see cref="string"/>.</summary>
    Labels,

    /// <summary>The name of a person or a team, <see cref="string"/>.</summary>
    Person,

    /// <summary>A day, <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A duration in hours, <see cref="double"/>.</summary>
    Hours,

    /// <summary>Hours saved in total, <see cref="double"/>; the same label can have hours saved per week.</summary>
    Savings,

    /// <summary>Hours saved per week, <see cref="double"/>.</summary>
    WeeklySavings,

    /// <summary>A ratio, 5× or 500%, <see cref="double"/>.</summary>
    Ratio,

    /// <summary>Free text, <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="Backlogs.Measurement"/>.</summary>
    Measurement,

    /// <summary>Days with evidence, <see cref="Backlogs.Sightings"/>. A repeated label has more of them.</summary>
    Sightings,
}

/// <summary>The fields that an improvement can have, in the order in which edits write them.</summary>
internal sealed class FieldTable(ImmutableArray<FieldDefinition> all)
{
    public ImmutableArray<FieldDefinition> All => all;

    /// <summary>The fields with a value: all except id, title and status.</summary>
    public ImmutableArray<FieldDefinition> WithValue { get; } = [.. all.Where(field => field.HasValue)];

    /// <summary>The fields with their own labels.</summary>
    public IEnumerable<FieldDefinition> WithLabels => all.Where(one => one.ReadFrom is null);

    /// <summary>Returns the position of a field, from 0; the number of fields for one that is not in the table.</summary>
    public int RankOf(FieldDefinition field)
    {
        var rank = all.IndexOf(field);
        return rank < 0 ? all.Length : rank;
    }

    /// <summary>Returns the table with one more field at its end.</summary>
    public FieldTable With(FieldDefinition field) => new(all.Add(field));
}
