using KaizenGate.Core.Rules;

namespace KaizenGate.Cli;

/// <summary>The path of a rule's documentation in the repository.</summary>
internal static class RulePage
{
    public static string Of(Rule rule) => $"docs/rules/{rule.Id}.md";
}
