using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules;

/// <summary>What a check yields: a <see cref="Violation"/> or an <see cref="Unjudged"/>. Yielding nothing is a pass.</summary>
public abstract record RuleResult;

/// <summary>Something is wrong.</summary>
/// <param name="Span">Where: the value at fault, else the item's title, else the start of the file.</param>
/// <param name="Message">What is wrong with the figure that shows it and what is expected; one sentence, no final stop, no line break.</param>
/// <param name="Item">The improvement concerned; null for a finding about the backlog.</param>
public sealed record Violation(SourceSpan Span, string Message, Improvement? Item = null) : RuleResult
{
    /// <summary>Set by rules with several severities; never above the one in the settings. Null: the one in the settings.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The file that the span is in; null for the backlog.</summary>
    public SourceFile? File { get; init; }
}

/// <summary>There was too little to judge by: no pass and no finding.</summary>
/// <param name="Reason">What is missing, and how to supply it.</param>
/// <param name="Has">How many are there; null when it is no question of number.</param>
/// <param name="Needs">How many it takes.</param>
public sealed record Unjudged(string Reason, int? Has = null, int? Needs = null) : RuleResult;
