using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>rules</c>: every rule by id and by name.</summary>
internal static class RuleKeys
{
    public static ObjectType<SettingsLayer> Object(IEnumerable<KnownRule> rules) =>
        new([
            .. rules.Select(rule =>
                Key<SettingsLayer>.Of(
                    rule.Id,
                    $"{rule.Id} {rule.Name}",
                    TypeOf(rule),
                    (layer, change) => layer.WithRule(rule.Id, change)
                ) with
                {
                    Alias = rule.Name,
                }
            ),
        ])
        {
            Catalogue = "`dotnet kaizen rules` lists the rules.",
            Pointer = "#/properties/rules",
        };

    /// <summary>The options of one rule: a severity, or an object with severity, thresholds and lists.</summary>
    private static JsonType<Func<RuleSettings, RuleSettings>> TypeOf(KnownRule rule)
    {
        var options = new ObjectType<RuleSettings>([
            Key<RuleSettings>.Of(
                "severity",
                "The severity of findings.",
                SettingsKeys.Severity,
                (before, severity) => before with { Severity = severity }
            ),
            .. rule.Parameters.Select(Threshold),
            .. rule.Lists.Select(List),
        ]);
        return new(
            (ref cursor, setting) =>
            {
                if (cursor.Kind == JsonTokenType.StartObject)
                {
                    return options.Read(ref cursor, setting);
                }

                if (cursor.Kind != JsonTokenType.String)
                {
                    throw cursor.Mismatch(setting, "a severity or an object with the rule's options");
                }

                var severity = SettingsKeys.Severity.Read(ref cursor, setting);
                return before => before with { Severity = severity };
            },
            schema => schema.WriteAnyOf(SettingsKeys.Severity.Describe, options.Describe)
        );
    }

    private static Key<RuleSettings> Threshold(Parameter parameter) =>
        Key<RuleSettings>.Of(
            parameter.Name,
            $"{parameter.Description} Unit: {parameter.Unit}.",
            JsonTypes.Number(parameter.Minimum, parameter.Maximum),
            (before, value) => before with { Numbers = before.Numbers.SetItem(parameter.Name, value) },
            parameter.Default.ToString(CultureInfo.InvariantCulture)
        );

    private static Key<RuleSettings> List(ListParameter list) =>
        Key<RuleSettings>.Of(
            list.Name,
            list.Description,
            JsonTypes.Choice([.. list.Allowed.Select(word => (word, word))]).ToList(),
            (before, values) => before with { Lists = before.Lists.SetItem(list.Name, values) },
            $"[{string.Join(", ", list.Default.Select(word => $"\"{JsonEncodedText.Encode(word)}\""))}]"
        );
}
