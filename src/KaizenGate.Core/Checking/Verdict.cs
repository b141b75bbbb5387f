using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>The result of a run.</summary>
internal enum Outcome
{
    /// <summary>The gate passed.</summary>
    Pass,

    /// <summary>The gate failed.</summary>
    Fail,

    /// <summary>The input has errors; see <see cref="Verdict.Errors"/>.</summary>
    Error,
}

/// <summary>The result of one run. Reports only show it.</summary>
internal sealed record Verdict
{
    /// <summary>The version of the program.</summary>
    public required string ToolVersion { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The lowest severity that fails the gate; null for none.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>The lowest severity that failed the gate before the checked change, which applies to KZ909; null for none, or without a change.</summary>
    public Severity? FailOnBefore { get; init; }

    /// <summary>Every rule of the catalogue with its severity for the run; reports list the rules from here.</summary>
    public ImmutableArray<RuleInForce> Rules { get; init; } = [];

    /// <summary>0 for passed, 1 for failed, 2 for an input error.</summary>
    public int ExitCode => (int)Outcome;

    public ImmutableArray<CheckedBacklog> Backlogs { get; init; } = [];

    /// <summary>The backlogs that were not checked because the change does not touch them.</summary>
    public ImmutableArray<SourceFile> Untouched { get; init; } = [];

    /// <summary>The figures of all backlogs together.</summary>
    public Figures Figures { get; init; } = Figures.None;

    /// <summary>The effect of the checked change; null when the run is not about a change.</summary>
    public ChangeEffect? Change { get; init; }

    /// <summary>
    /// The findings of the run, including suppressed and baselined ones, ordered by file, place and rule. With a checked change,
    /// those about improvements outside of it are left out.
    /// </summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>
    /// <see cref="Findings"/> and those outside of the checked change, for hosts that compare a report with that of the base:
    /// they regard a finding that is not in the report as fixed.
    /// </summary>
    public ImmutableArray<Finding> AllFindings
    {
        get => field.IsDefault ? Findings : field;
        init;
    }

    public ImmutableArray<NotEvaluatedRule> NotEvaluated { get; init; } = [];

    /// <summary>The input errors; empty unless the outcome is an error.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>The number of findings of a severity that count.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Counts && finding.Severity == severity);

    /// <summary>Whether a finding fails the gate.</summary>
    public bool FailsBy(Finding finding) =>
        finding.Counts
        && (
            finding.Severity >= FailOn || (finding.Severity >= FailOnBefore && finding.Rule.Id == WeakenedGate.Rule.Id)
        );
}

/// <summary>A rule with its severity under the settings; <see cref="Severity.Off"/> when it was not evaluated.</summary>
internal sealed record RuleInForce(Rule Rule, Severity Severity);

/// <summary>One backlog with its figures.</summary>
internal sealed record CheckedBacklog(Backlog Backlog, Figures Figures)
{
    /// <summary>Every rule of the catalogue with its severity for this backlog.</summary>
    public ImmutableArray<RuleInForce> Rules { get; init; } = [];

    /// <summary>The scoring of its improvements.</summary>
    public Scoring Scoring { get; init; } = Scoring.Default;

    /// <summary>The paths of its settings files as displayed, each overriding the one before.</summary>
    public ImmutableArray<string> SettingsFiles { get; init; } = [];
}
