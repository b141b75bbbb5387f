using KaizenGate.Backlogs;

namespace KaizenGate.Settings;

/// <summary>Severities given as text: <c>KZ201=warning,unscored=off</c>. Ids, names and severities may be in any case; a later
/// assignment overrides an earlier one.</summary>
internal static class RuleAssignments
{
    /// <exception cref="Backlogs.InputException">A part is no assignment, or names no rule or no severity.</exception>
    public static SettingsLayer Apply(
        SettingsLayer layer,
        string text,
        Place place,
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
                    $"{place.Setting} has {Quote.Of(part)}, which sets nothing",
                    "Write RULE=SEVERITY, for example KZ201=warning."
                );
            }

            var rule = Find(part[..sign].Trim(), place, rules);
            var severity = Severities.Shape.Parse(
                part[(sign + 1)..].Trim(),
                new Place($"the severity of {rule.Id} in {place.Setting}")
            );
            layer = layer.WithRule(rule.Id, before => before with { Severity = severity });
        }

        return layer;
    }

    private static KnownRule Find(string idOrName, Place place, IReadOnlyCollection<KnownRule> rules) =>
        rules.FirstOrDefault(rule =>
            rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        )
        ?? throw place.Error(
            $"{place.Setting} names {Quote.Of(idOrName)}, which is no rule",
            NearestName.Help(
                idOrName,
                [.. rules.Select(rule => rule.Id), .. rules.Select(rule => rule.Name)],
                "`dotnet kaizen rules` lists the rules."
            )
        );
}
