using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary>JSON schemas of tools.</summary>
internal static class ToolSchema
{
    /// <summary>The schema of the arguments.</summary>
    public static JsonElement Of(ImmutableArray<ToolParameter> parameters) =>
        Written(json =>
        {
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var parameter in parameters)
            {
                json.WriteStartObject(parameter.Name);
                json.WriteString("type", parameter.Type.ToString().ToLowerInvariant());
                json.WriteString("description", parameter.Description);
                if (parameter.Type is ToolParameterType.String)
                {
                    json.WriteNumber("maxLength", parameter.MaxLength);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var parameter in parameters.Where(one => one.IsRequired))
            {
                json.WriteStringValue(parameter.Name);
            }

            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
        });

    /// <summary>The schema of an answer.</summary>
    /// <param name="contract">Its properties; none may be a figure or dynamic.</param>
    public static JsonElement Of(IEnumerable contract) => Written(json => WriteObject(json, contract));

    private static void WriteObject(Utf8JsonWriter json, IEnumerable contract)
    {
        var properties = contract.Cast<ContractProperty>().ToList();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var property in properties)
        {
            json.WriteStartObject(property.Name);
            WriteType(json, property);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var property in properties.Where(one => !one.IsOmitted))
        {
            json.WriteStringValue(property.Name);
        }

        json.WriteEndArray();
    }

    private static void WriteType(Utf8JsonWriter json, ContractProperty property)
    {
        switch (property.Kind)
        {
            case JsonKind.Object:
                WriteObject(json, property.Part!);
                break;
            case JsonKind.Objects:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteObject(json, property.Part!);
                json.WriteEndObject();
                break;
            default:
                var type = property.Kind switch
                {
                    JsonKind.Whole => "integer",
                    JsonKind.Number => "number",
                    JsonKind.Flag => "boolean",
                    _ => "string",
                };
                if (property is { IsNullable: true, IsOmitted: false })
                {
                    json.WriteStartArray("type");
                    json.WriteStringValue(type);
                    json.WriteStringValue("null");
                    json.WriteEndArray();
                }
                else
                {
                    json.WriteString("type", type);
                }

                break;
        }
    }

    private static JsonElement Written(Action<Utf8JsonWriter> properties)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }
}
