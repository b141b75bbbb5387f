using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>How the judging ended.</summary>
public enum Outcome
{
    /// <summary>The gate is open.</summary>
    Pass,

    /// <summary>The gate is shut.</summary>
    Fail,

    /// <summary>It could not judge; see <see cref="Verdict.Errors"/>.</summary>
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

    /// <summary>0 open, 1 shut, 2 could not judge.</summary>
    public int ExitCode => (int)Outcome;

    public ImmutableArray<JudgedBacklog> Backlogs { get; init; } = [];

    /// <summary>The figures of all backlogs together.</summary>
    public Figures Figures { get; init; } = Figures.None;

    /// <summary>All findings, suppressed and baselined ones too, in the order of file, place, rule.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    public ImmutableArray<NotEvaluated> NotEvaluated { get; init; } = [];

    /// <summary>Why it could not judge.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>The findings that count, of one severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Counts && finding.Severity == severity);
}

/// <summary>One backlog with its figures.</summary>
public sealed record JudgedBacklog(Backlog Backlog, Figures Figures);
