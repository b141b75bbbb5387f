using System.Collections.Immutable;

namespace KaizenGate.Rules;

/// <summary>All rules, by id.</summary>
public static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } = [];

    /// <summary>Finds a rule by id or name, in any case; null when there is none.</summary>
    public static Rule? Find(string idOrName) =>
        All.FirstOrDefault(rule =>
            rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        );
}
