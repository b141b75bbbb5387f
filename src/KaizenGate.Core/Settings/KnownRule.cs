namespace KaizenGate.Core.Settings;

/// <summary>The part of a rule that the settings need.</summary>
internal sealed record KnownRule(
    string Id,
    string Name,
    Severity DefaultSeverity,
    ImmutableArray<Parameter> Parameters,
    ImmutableArray<ListParameter> Lists
);

/// <summary>A threshold of a rule.</summary>
/// <param name="Name">Its key in the settings.</param>
/// <param name="Default">The default value.</param>
/// <param name="Minimum">The minimum value.</param>
/// <param name="Maximum">The maximum value.</param>
/// <param name="Unit">The unit ("days", "items", "hours", "share").</param>
/// <param name="Description">Its meaning, in one sentence.</param>
internal sealed record Parameter(
    string Name,
    double Default,
    double Minimum,
    double Maximum,
    string Unit,
    string Description
);

/// <summary>A list option of a rule.</summary>
/// <param name="Name">Its key in the settings.</param>
/// <param name="Default">The default value.</param>
/// <param name="Allowed">The allowed words.</param>
/// <param name="Description">Its meaning, in one sentence.</param>
internal sealed record ListParameter(
    string Name,
    ImmutableArray<string> Default,
    ImmutableArray<string> Allowed,
    string Description
);
