namespace KaizenGate.Core.Backlogs;

/// <summary>What the value of a field is; decides how it is read and written.</summary>
internal enum FieldKind
{
    /// <summary>A label without a meaning of its own, whose number the score formula uses.</summary>
    Other,

    /// <summary>The improvement's id, as a column.</summary>
    Id,

    /// <summary>The improvement's title, as a column.</summary>
    Title,

    /// <summary>A word or a sign for the status.</summary>
    Status,

    /// <summary>A number on the scale of 1 to 10, <see cref="double"/>.</summary>
    Rating,

    /// <summary>A score, <see cref="double"/>.</summary>
    Score,

    /// <summary>A <see cref="Backlogs.Priority"/>.</summary>
    Priority,

    /// <summary>A <see cref="Backlogs.Category"/>; null for any other word.</summary>
    Category,

    /// <summary>The name of a person or a team, <see cref="string"/>.</summary>
    Person,

    /// <summary>A day, <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A duration in hours, <see cref="double"/>.</summary>
    Hours,

    /// <summary>Hours saved in all, <see cref="double"/>; the label also takes hours saved in each week.</summary>
    Savings,

    /// <summary>Hours saved in each week, <see cref="double"/>.</summary>
    WeeklySavings,

    /// <summary>A ratio, 5× or 500%, <see cref="double"/>.</summary>
    Ratio,

    /// <summary>Free text, <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="Backlogs.Measurement"/>.</summary>
    Measurement,
}
