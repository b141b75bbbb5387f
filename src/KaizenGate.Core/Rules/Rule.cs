using System.Collections.Immutable;
using KaizenGate.Settings;

namespace KaizenGate.Rules;

/// <summary>The stage of the improvement's life that a rule belongs to; the folders here have the same names.</summary>
public enum Stage
{
    Capture,
    Prioritize,
    Execute,
    Measure,
    Document,
    Integrity,
}

/// <summary>A command that applies the remedy of a rule by itself.</summary>
public enum FixingCommand
{
    /// <summary><c>fix</c>, which edits the backlog.</summary>
    Fix,

    /// <summary><c>baseline</c>, which edits the baseline.</summary>
    Baseline,
}

/// <summary>One rule: what it means, why it matters, its defaults and its check.</summary>
public sealed record Rule
{
    /// <summary><c>KZ</c> and three digits; never used again for another meaning.</summary>
    public required string Id { get; init; }

    /// <summary>Lower-case words joined by hyphens.</summary>
    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The severity without settings; the highest one for a rule with several.</summary>
    public required Severity DefaultSeverity { get; init; }

    /// <summary>When it fires, in one line, with the default figures.</summary>
    public required string Summary { get; init; }

    /// <summary>Why a team should care, in two or three sentences.</summary>
    public required string Rationale { get; init; }

    /// <summary>What to do when it fires, in one or two imperative sentences.</summary>
    public required string Remedy { get; init; }

    /// <summary>How much data it needs before it judges, in words; null when it always can.</summary>
    public string? Guard { get; init; }

    /// <summary>The command that applies the remedy; null when a person has to decide something.</summary>
    public FixingCommand? FixedBy { get; init; }

    /// <summary>Whether it judges the run as a whole and not each backlog, so that the settings of the run hold for it.</summary>
    public bool IsOfRun { get; init; }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    public ImmutableArray<ListParameter> Lists { get; init; } = [];

    /// <summary>Judges one backlog. Pure: it reads nothing but its context.</summary>
    public required Func<RuleContext, IEnumerable<RuleResult>> Check { get; init; }

    /// <summary>What the settings must know of it.</summary>
    public KnownRule Known => new(Id, Name, DefaultSeverity, Parameters, Lists);
}
