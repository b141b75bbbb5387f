using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>A rule by its id or name; read as its id.</summary>
internal sealed class RuleIdType(IReadOnlyCollection<KnownRule> rules) : JsonType<string>
{
    private readonly Dictionary<string, string> ids = rules
        .SelectMany(rule => (KeyValuePair<string, string>[])[new(rule.Id, rule.Id), new(rule.Name, rule.Id)])
        .ToDictionary();

    public override string Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind != JsonTokenType.String)
        {
            throw cursor.Mismatch(setting, "the id or the name of a rule");
        }

        return ids.GetValueOrDefault(cursor.Text())
            ?? throw cursor.Mismatch(
                setting,
                "the id or the name of a rule",
                NearestName.Help(cursor.Text(), ids.Keys, "`dotnet kaizen rules` lists the rules.")
            );
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("enum");
        foreach (var name in ids.Keys)
        {
            schema.WriteStringValue(name);
        }

        schema.WriteEndArray();
    }
}
