using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Severities as text: <c>KZ201=warning,unscored=off</c>, in any case. A later assignment overrides an earlier one.</summary>
internal static class RuleAssignments
{
    /// <exception cref="Backlogs.InputException">A part is not an assignment, or has an unknown rule or severity.</exception>
    public static SettingsLayer Apply(
        SettingsLayer layer,
        string text,
        TextPosition place,
        IReadOnlyCollection<KnownRule> rules
    )
    {
        foreach (
            var part in text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0)
            {
                throw place.Error(
                    $"invalid value {Quote.Of(part)} for {place.Setting}",
                    "Use RULE=SEVERITY, for example KZ201=warning."
                );
            }

            var rule = Find(part[..sign].Trim(), place, rules);
            var severity = SettingsKeys.Severity.Parse(
                part[(sign + 1)..].Trim(),
                new TextPosition($"the severity of {rule.Id} in {place.Setting}")
            );
            layer = layer.WithRule(rule.Id, before => before with { Severity = severity });
        }

        return layer;
    }

    private static KnownRule Find(string idOrName, TextPosition place, IReadOnlyCollection<KnownRule> rules) =>
        rules.FirstOrDefault(rule =>
            rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        )
        ?? throw place.Error(
            $"unknown rule {Quote.Of(idOrName)} in {place.Setting}",
            NearestName.Help(
                idOrName,
                [.. rules.Select(rule => rule.Id), .. rules.Select(rule => rule.Name)],
                "`dotnet kaizen rules` lists the rules."
            )
        );
}
