using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>Converts violations to findings.</summary>
internal static class Findings
{
    /// <summary>The finding of a violation. Its severity is at most that of the rule; none when either is off.</summary>
    public static IEnumerable<Finding> Of(RuleInForce rule, SourceFile file, Violation violation)
    {
        var severity = violation.Severity is { } own && own < rule.Severity ? own : rule.Severity;
        if (severity is not Severity.Off)
        {
            yield return new Finding
            {
                Rule = rule.Rule,
                Severity = severity,
                Message = violation.Message,
                File = violation.File ?? file,
                Span = violation.Span,
                Item = violation.Item,
            };
        }
    }
}
