using KaizenGate.Backlogs;
using KaizenGate.Rules;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>A violation under the settings in force, ready for the reports.</summary>
public sealed record Finding
{
    public required Rule Rule { get; init; }
    public required Severity Severity { get; init; }
    public required string Message { get; init; }
    public required SourceFile File { get; init; }
    public required SourceSpan Span { get; init; }
    public Improvement? Item { get; init; }

    /// <summary>True when a comment in the backlog takes it off the verdict.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>The reason that the suppression gives.</summary>
    public string? SuppressionReason { get; init; }

    /// <summary>True when the baseline takes it off the verdict.</summary>
    public bool IsBaselined { get; init; }

    /// <summary>Whether it counts for the verdict.</summary>
    public bool Counts => !IsSuppressed && !IsBaselined;
}

/// <summary>A rule that had too little to judge one backlog by.</summary>
public sealed record NotEvaluated(Rule Rule, SourceFile File, string Reason, int? Has, int? Needs);
