using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>rules</c>: every rule by its id, and by its name as well.</summary>
internal static class RuleKeys
{
    public static ObjectType<SettingsLayer> Object(IEnumerable<KnownRule> rules) =>
        new([.. rules.Select(Key)])
        {
            Catalogue = "`dotnet kaizen rules` lists the rules.",
            Pointer = "#/properties/rules",
        };

    private static Key<SettingsLayer> Key(KnownRule rule) =>
        Key<SettingsLayer>.Of(
            rule.Id,
            $"{rule.Id} {rule.Name}",
            new RuleType(rule),
            (layer, change) => layer.WithRule(rule.Id, change)
        ) with
        {
            Alias = rule.Name,
        };
}
