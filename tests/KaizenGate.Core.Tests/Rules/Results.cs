using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>Shorthands for what a rule says.</summary>
internal static class Results
{
    public static Violation OnlyViolation(this RuleResult[] results) =>
        Assert.IsType<Violation>(Assert.Single(results));

    public static NotEvaluated OnlyUnjudged(this RuleResult[] results) =>
        Assert.IsType<NotEvaluated>(Assert.Single(results));

    /// <summary>The titles of the improvements that are reported.</summary>
    public static IEnumerable<string?> Titles(this RuleResult[] results) =>
        results.Select(result => Assert.IsType<Violation>(result).Item?.Title);
}
