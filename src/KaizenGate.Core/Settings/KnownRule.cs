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
)
{
    /// <summary>The direction in which the rule fires less often; by the name unless set.</summary>
    public Laxer Laxer { get; init; } = ByName(Name);

    /// <summary>
    /// A rule fires below <c>…Below</c> and under <c>significance</c>, above the maximum <c>max…</c> and from <c>warn…</c> and
    /// <c>error…</c>, after <c>grace…</c>, and it is evaluated from the minimum <c>min…</c>.
    /// </summary>
    private static Laxer ByName(string name) =>
        name.EndsWith("Below", StringComparison.Ordinal) || name is "significance" ? Laxer.Smaller
        : LargerIsLaxer.Any(start => name.StartsWith(start, StringComparison.Ordinal)) ? Laxer.Larger
        : Laxer.Unclear;

    private static readonly ImmutableArray<string> LargerIsLaxer = ["min", "max", "warn", "error", "grace"];
}

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
