using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The options of one rule: a severity alone, or an object with severity, thresholds and lists.</summary>
internal sealed class RuleType(KnownRule rule) : JsonType<Func<RuleSettings, RuleSettings>>
{
    private readonly ObjectType<RuleSettings> options = new([
        Key<RuleSettings>.Of(
            "severity",
            "The severity of findings.",
            Severities.Shape,
            (before, severity) => before with { Severity = severity }
        ),
        .. rule.Parameters.Select(Threshold),
        .. rule.Lists.Select(List),
    ]);

    public override Func<RuleSettings, RuleSettings> Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind == JsonTokenType.StartObject)
        {
            return options.Read(ref cursor, setting);
        }

        if (cursor.Kind != JsonTokenType.String)
        {
            throw cursor.Mismatch(setting, "a severity or an object with the rule's options");
        }

        var severity = Severities.Shape.Read(ref cursor, setting);
        return before => before with { Severity = severity };
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        Severities.Shape.Describe(schema);
        schema.WriteEndObject();
        schema.WriteStartObject();
        options.Describe(schema);
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    private static Key<RuleSettings> Threshold(Parameter parameter) =>
        Key<RuleSettings>.Of(
            parameter.Name,
            $"{parameter.Description} Unit: {parameter.Unit}.",
            new NumberType(parameter.Minimum, parameter.Maximum),
            (before, value) => before with { Numbers = before.Numbers.SetItem(parameter.Name, value) }
        ) with
        {
            Default = parameter.Default.ToString(CultureInfo.InvariantCulture),
        };

    private static Key<RuleSettings> List(ListParameter list) =>
        Key<RuleSettings>.Of(
            list.Name,
            list.Description,
            new ListType<string>(new ChoiceType<string>([.. list.Allowed.Select(word => (word, word))])),
            (before, values) => before with { Lists = before.Lists.SetItem(list.Name, values) }
        ) with
        {
            Default = $"[{string.Join(", ", list.Default.Select(word => $"\"{JsonEncodedText.Encode(word)}\""))}]",
        };
}
