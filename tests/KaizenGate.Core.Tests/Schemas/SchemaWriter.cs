using System.Collections;
using System.Text.Json.Nodes;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Schemas;

/// <summary>Writes the JSON schema of a document from its contract and the tables of the documentation.</summary>
/// <param name="tables">The tables, the nearest first.</param>
internal sealed class SchemaWriter(IReadOnlyList<Dictionary<string, FieldRow>> tables)
{
    private readonly JsonObject definitions = [];
    private readonly Dictionary<IEnumerable, string> names = [];
    private readonly Dictionary<IEnumerable, int> uses = [];

    /// <summary>The fields that no table describes.</summary>
    public List<string> Undescribed { get; } = [];

    /// <summary>Returns the schema.</summary>
    /// <param name="id">Its address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="contract">The document.</param>
    /// <param name="isList">Whether the document is a list of such objects.</param>
    public JsonObject Of(string id, string title, IEnumerable contract, bool isList)
    {
        Count(contract);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = title,
            ["description"] =
                "Within a schema version, fields keep their name, type and meaning, and new ones may be added: additional properties are allowed, so ignore what you do not know.",
        };
        var described = ObjectOf(contract);
        if (isList)
        {
            schema["type"] = "array";
            schema["items"] = described;
        }
        else
        {
            foreach (var (name, value) in described.ToList())
            {
                described.Remove(name);
                schema[name] = value;
            }
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = definitions;
        }

        return schema;
    }

    private void Count(IEnumerable contract)
    {
        uses[contract] = uses.GetValueOrDefault(contract) + 1;
        if (uses[contract] == 1)
        {
            foreach (var part in contract.Cast<ContractProperty>().Select(one => one.Part).OfType<IEnumerable>())
            {
                Count(part);
            }
        }
    }

    private JsonObject ObjectOf(IEnumerable contract)
    {
        var all = contract.Cast<ContractProperty>().SelectMany(Expanded).ToList();
        var fields = all.Select(one => one.Name).ToHashSet();
        var nearest = tables
            .Where(table => table.Keys.All(fields.Contains))
            .OrderByDescending(table => table.Count)
            .ToList();
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var one in all)
        {
            var row = nearest.Find(table => table.ContainsKey(one.Name))?[one.Name] ?? Words.Of(one.Name);
            if (row is null)
            {
                Undescribed.Add(one.Name);
            }

            var isNullable = row?.Type is { } type ? IsNullable(type, one) : one.IsNullable;
            var described = TypeOf(one, isNullable && !one.IsOmitted, row?.Type);
            if (row is not null)
            {
                described.Insert(0, "description", row.Meaning);
            }

            properties[one.Name] = described;
            if (!one.IsOmitted || !isNullable)
            {
                required.Add(one.Name);
            }
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = true,
        };
    }

    /// <summary>Dynamic properties are the fields of an improvement, which the documentation lists.</summary>
    private static IEnumerable<ContractProperty> Expanded(ContractProperty one) =>
        one.Kind is not JsonKind.Dynamic
            ? [one]
            : FieldTables
                .Of("json.md")
                .Single(table => table.ContainsKey("impact") && table.ContainsKey("reviewDate"))
                .Select(row => new ContractProperty(row.Key, KindOf(row.Value.Type!), true, one.IsOmitted, null));

    private static JsonKind KindOf(string type) =>
        type.Split(' ')[0] switch
        {
            "number" => JsonKind.Number,
            "date" => JsonKind.Date,
            _ => JsonKind.Text,
        };

    private JsonObject TypeOf(ContractProperty one, bool isNullable, string? documented)
    {
        switch (one.Kind)
        {
            case JsonKind.Text:
                return Scalar("string", isNullable, documented?.StartsWith("date", StringComparison.Ordinal) == true);
            case JsonKind.Date:
                return Scalar("string", isNullable, isDate: true);
            case JsonKind.Whole:
                return Scalar("integer", isNullable);
            case JsonKind.Number:
                return Scalar("number", isNullable);
            case JsonKind.Flag:
                return Scalar("boolean", isNullable);
            case JsonKind.Texts:
                return List(Scalar("string", isNullable: false), isNullable);
            case JsonKind.Wholes:
                return List(Scalar("integer", isNullable: false), isNullable);
            case JsonKind.Objects:
                return List(PartOf(one), isNullable);
            case JsonKind.Object:
                var part = PartOf(one);
                return isNullable ? new() { ["anyOf"] = new JsonArray(part, Scalar("null", isNullable: false)) } : part;
            case JsonKind.Estimate:
                return Record("value", "low", "high");
            case JsonKind.Missing:
                return new() { ["type"] = "object", ["additionalProperties"] = Scalar("string", isNullable: false) };
            default:
                throw new InvalidOperationException($"{one}");
        }
    }

    private JsonObject PartOf(ContractProperty one)
    {
        var part = one.Part!;
        if (uses[part] == 1)
        {
            return ObjectOf(part);
        }

        if (!names.TryGetValue(part, out var name))
        {
            name = definitions.ContainsKey(one.Name) ? $"{one.Name}{definitions.Count}" : one.Name;
            names[part] = name;
            definitions[name] = null;
            definitions[name] = ObjectOf(part);
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject List(JsonObject items, bool isNullable) =>
        new() { ["type"] = Type("array", isNullable), ["items"] = items };

    private static JsonObject Scalar(string type, bool isNullable, bool isDate = false)
    {
        var scalar = new JsonObject { ["type"] = Type(type, isNullable) };
        if (isDate)
        {
            scalar["format"] = "date";
        }

        return scalar;
    }

    private static JsonNode Type(string type, bool isNullable) =>
        isNullable ? new JsonArray(type, "null") : JsonValue.Create(type);

    /// <summary>An object of numbers.</summary>
    private static JsonObject Record(params string[] numbers) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                numbers.Select(name => KeyValuePair.Create(name, (JsonNode?)Scalar("number", isNullable: true)))
            ),
            ["required"] = new JsonArray([.. numbers.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = true,
        };

    private static bool IsNullable(string type, ContractProperty one)
    {
        var said = type.EndsWith(" or null", StringComparison.Ordinal);
        // The types of the code are exact for numbers, flags and dates; texts and objects have no type for null.
        Assert.True(one.IsNullable || !said, $"{one.Name} is never null, but documented as {type}");
        var word = type.Split(' ')[0];
        Assert.True(
            one.Kind switch
            {
                JsonKind.Text => word is "string" or "date" or "text",
                JsonKind.Date => word is "date" or "text",
                JsonKind.Whole or JsonKind.Number => word is "number",
                JsonKind.Flag => word is "boolean",
                JsonKind.Texts or JsonKind.Wholes or JsonKind.Objects => word is "list",
                _ => word is "object",
            },
            $"{one.Name} is {one.Kind}, but documented as {type}"
        );
        return said;
    }
}
