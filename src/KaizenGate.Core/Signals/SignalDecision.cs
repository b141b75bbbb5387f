namespace KaizenGate.Core.Signals;

/// <summary>What was decided about a candidate.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Day">Its day.</param>
/// <param name="PerWeek">What it cost then: minutes a week, or occurrences a week when these cannot be counted.</param>
/// <param name="Reason">Why; null without a reason.</param>
internal sealed record SignalDecision(SignalDecisionKind Kind, DateOnly Day, double PerWeek, string? Reason = null);

/// <summary>What was decided about a candidate.</summary>
internal enum SignalDecisionKind
{
    /// <summary>It was shown for the first time.</summary>
    Offered,

    /// <summary>It was rejected.</summary>
    Rejected,

    /// <summary>It was shown for 30 days, and nothing was done.</summary>
    Lapsed,
}
