using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules;

/// <summary>What a check yields: a <see cref="Violation"/> or an <see cref="NotEvaluated"/>. No result is a pass.</summary>
internal abstract record RuleResult;

/// <summary>The backlog violates the rule.</summary>
/// <param name="Span">The wrong value, else the title of the improvement, else the start of the file.</param>
/// <param name="Message">What is wrong, with the value and the limit, and after a semicolon what to do; one line without a full stop.</param>
/// <param name="Item">The improvement concerned; null for a finding about the backlog.</param>
internal sealed record Violation(SourceSpan Span, string Message, Improvement? Item = null) : RuleResult
{
    /// <summary>Set by rules with several severities, at most the one in the settings; null for the one in the settings.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The file that the span is in; null for the backlog.</summary>
    public SourceFile? File { get; init; }
}

/// <summary>The rule did not have enough data: neither a pass nor a finding.</summary>
/// <param name="Reason">What is missing, with the numbers, and how to add it: <c>needs 8 active improvements, found 4</c>.</param>
/// <param name="Has">How many there are; null when it is not a matter of number.</param>
/// <param name="Needs">How many are needed.</param>
internal sealed record NotEvaluated(string Reason, int? Has = null, int? Needs = null) : RuleResult;
