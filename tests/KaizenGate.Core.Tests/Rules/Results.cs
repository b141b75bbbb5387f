using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>Shorthands for the results of a rule.</summary>
internal static class Results
{
    public static Violation OnlyViolation(this RuleResult[] results) =>
        Assert.IsType<Violation>(Assert.Single(results));

    public static NotEvaluated OnlyNotEvaluated(this RuleResult[] results) =>
        Assert.IsType<NotEvaluated>(Assert.Single(results));

    /// <summary>The titles of the improvements that are reported.</summary>
    public static IEnumerable<string?> Titles(this RuleResult[] results) =>
        results.Select(result => Assert.IsType<Violation>(result).Item?.Title);
}
