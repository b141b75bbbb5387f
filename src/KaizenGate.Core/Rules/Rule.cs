using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules;

/// <summary>The stage of an improvement that a rule checks; the subfolders have the same names.</summary>
internal enum Stage
{
    Capture,
    Prioritize,
    Execute,
    Measure,
    Document,
    Integrity,
}

/// <summary>A command that applies the remedy of a rule.</summary>
internal enum FixingCommand
{
    /// <summary><c>fix</c>, which edits the backlog.</summary>
    Fix,

    /// <summary><c>baseline</c>, which edits the baseline.</summary>
    Baseline,
}

/// <summary>A rule with its texts, defaults and check.</summary>
internal sealed record Rule
{
    /// <summary><c>KZ</c> and three digits; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Lower-case words with hyphens.</summary>
    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The severity without settings; the highest one for a rule with several.</summary>
    public required Severity DefaultSeverity { get; init; }

    /// <summary>When it fires, in one sentence, with the default thresholds.</summary>
    public required string Summary { get; init; }

    /// <summary>Why it matters, in two or three sentences.</summary>
    public required string Rationale { get; init; }

    /// <summary>What to do when it fires, in one or two imperative sentences.</summary>
    public required string Remedy { get; init; }

    /// <summary>The data that it needs, in words; null when it can always be evaluated.</summary>
    public string? Guard { get; init; }

    /// <summary>The command that applies the remedy; null when a person has to decide something.</summary>
    public FixingCommand? FixedBy { get; init; }

    /// <summary>
    /// The arguments of the command to run next: ITEM is the improvement, other capitals are values to fill in. Null: the
    /// command in <see cref="FixedBy"/>, else <c>explain</c>.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>The arguments of a command that asks about all findings on a terminal; null when there is none.</summary>
    public string? NextForAll { get; init; }

    /// <summary>Whether it checks the run instead of each backlog, so that the settings of the run apply.</summary>
    public bool IsOfRun { get; init; }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    public ImmutableArray<ListParameter> Lists { get; init; } = [];

    /// <summary>Checks one backlog. Pure: it reads only its context.</summary>
    public required Func<RuleContext, IEnumerable<RuleResult>> Check { get; init; }

    /// <summary>The part that the settings need.</summary>
    public KnownRule Known => new(Id, Name, DefaultSeverity, Parameters, Lists);
}
