using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Rules;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>How the judging ended.</summary>
public enum Outcome
{
    /// <summary>The gate passed.</summary>
    Pass,

    /// <summary>The gate failed.</summary>
    Fail,

    /// <summary>The check could not run; see <see cref="Verdict.Errors"/>.</summary>
    Error,
}

/// <summary>Everything the gate has to say about one run. Reports write it; none of them decides.</summary>
public sealed record Verdict
{
    /// <summary>Version of the program that judged.</summary>
    public required string ToolVersion { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Outcome Outcome { get; init; }

    public FailOn FailOn { get; init; }

    /// <summary>Every rule of the catalogue with the severity that the settings of the run give it: the reports list rules from here only.</summary>
    public ImmutableArray<RuleInForce> Rules { get; init; } = [];

    /// <summary>0 passed, 1 failed, 2 error.</summary>
    public int ExitCode => (int)Outcome;

    public ImmutableArray<JudgedBacklog> Backlogs { get; init; } = [];

    /// <summary>The backlogs that were not judged, since the change leaves them alone.</summary>
    public ImmutableArray<SourceFile> Untouched { get; init; } = [];

    /// <summary>The figures of all backlogs together.</summary>
    public Figures Figures { get; init; } = Figures.None;

    /// <summary>What the change that is judged does to <see cref="Figures"/>; null when no change is judged.</summary>
    public ChangeEffect? Change { get; init; }

    /// <summary>All findings, suppressed and baselined ones too, in the order of file, place, rule.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    public ImmutableArray<NotEvaluated> NotEvaluated { get; init; } = [];

    /// <summary>Why the check could not run.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>The findings that count, of one severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Counts && finding.Severity == severity);

    /// <summary>Whether a finding fails the gate.</summary>
    public bool IsShutBy(Finding finding) =>
        finding.Counts
        && FailOn switch
        {
            FailOn.Error => finding.Severity >= Severity.Error,
            FailOn.Warning => finding.Severity >= Severity.Warning,
            FailOn.Info => finding.Severity >= Severity.Info,
            _ => false,
        };
}

/// <summary>A rule under the settings in force; <see cref="Severity.Off"/> when it was not asked.</summary>
public sealed record RuleInForce(Rule Rule, Severity Severity);

/// <summary>One backlog with its figures.</summary>
public sealed record JudgedBacklog(Backlog Backlog, Figures Figures)
{
    /// <summary>Every rule of the catalogue with the severity that it has for this backlog.</summary>
    public ImmutableArray<RuleInForce> Rules { get; init; } = [];

    /// <summary>How its improvements are scored, which gives their priorities.</summary>
    public Scoring Scoring { get; init; } = Scoring.Default;

    /// <summary>The settings files that hold for it as a person would type them, each overriding the one before; empty when there is none.</summary>
    public ImmutableArray<string> SettingsFiles { get; init; } = [];
}
