using KaizenGate.Rules;

namespace KaizenGate.Cli;

/// <summary>Where the page of a rule lies in the repository.</summary>
internal static class RulePage
{
    public static string Of(Rule rule) => $"docs/rules/{rule.Id}.md";
}
