using System.Collections.Immutable;

namespace KaizenGate.Core.Settings;

/// <summary>What the settings must know of a rule to accept its options.</summary>
internal sealed record KnownRule(
    string Id,
    string Name,
    Severity DefaultSeverity,
    ImmutableArray<Parameter> Parameters,
    ImmutableArray<ListParameter> Lists
);

/// <summary>A threshold of a rule.</summary>
/// <param name="Name">Its key in the settings.</param>
/// <param name="Default">Its value when nothing is set.</param>
/// <param name="Minimum">The least value accepted.</param>
/// <param name="Maximum">The greatest value accepted.</param>
/// <param name="Unit">The unit ("days", "items", "hours", "share").</param>
/// <param name="Description">What it decides, in one sentence.</param>
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
/// <param name="Default">Its value when nothing is set.</param>
/// <param name="Allowed">The words accepted.</param>
/// <param name="Description">What it decides, in one sentence.</param>
internal sealed record ListParameter(
    string Name,
    ImmutableArray<string> Default,
    ImmutableArray<string> Allowed,
    string Description
);
