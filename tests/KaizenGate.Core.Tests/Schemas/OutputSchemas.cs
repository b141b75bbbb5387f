using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using KaizenGate.Cli;

namespace KaizenGate.Tests;

/// <summary>
/// Validates what commands print with <c>--json</c> against the schemas in docs/schemas. Both test projects compile this file, and run it
/// on the output of every command that they run.
/// </summary>
internal static class OutputSchemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Read = [];

    /// <summary>The name of the schema for a command line; null if it does not ask for JSON, or for JSON of another program.</summary>
    public static string? Of(IReadOnlyList<string> arguments)
    {
        var format = arguments.Contains("--json")
            ? "json"
            : arguments.SkipWhile(one => one != "--format").ElementAtOrDefault(1);
        if (arguments.Any(one => one is "--help" or "--output" or "-o" or "help"))
        {
            return null;
        }

        return format switch
        {
            "json" => SchemaCatalog.Find(arguments[0])
                ?? (arguments.Count > 1 ? SchemaCatalog.Find($"{arguments[0]} {arguments[1]}") : null),
            "ndjson" => "report-ndjson",
            _ => null,
        };
    }

    /// <summary>Throws if an output is JSON and not as its schema says.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="output">Its standard output.</param>
    /// <param name="folder">The folder docs/schemas.</param>
    public static void Validate(IReadOnlyList<string> arguments, string output, string folder)
    {
        if (output.Length > 0 && output[0] is '{' or '[' && Of(arguments) is { } name)
        {
            Validate(name, output, folder);
        }
    }

    /// <summary>Throws if a document is not as a schema says.</summary>
    public static void Validate(string name, string document, string folder)
    {
        var schema = Read.GetOrAdd(name, _ => Strict(Path.Join(folder, $"{name}.v1.json")));
        using var json = JsonDocument.Parse(document);
        var result = schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (!result.IsValid)
        {
            var errors = (result.Details ?? [])
                .Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"));
            throw new InvalidOperationException(
                $"not as the schema {name} says:\n{string.Join('\n', errors)}\n{document}"
            );
        }
    }

    /// <summary>The schema without the permission for fields that it does not name.</summary>
    private static JsonSchema Strict(string path)
    {
        var schema = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        // The address identifies the published schema, of which this is a variant.
        schema.Remove("$id");
        Close(schema);
        return JsonSchema.FromText(schema.ToJsonString());

        static void Close(JsonNode? node)
        {
            if (node is JsonObject part)
            {
                if (part["additionalProperties"] is JsonValue value && value.GetValueKind() is JsonValueKind.True)
                {
                    part["additionalProperties"] = false;
                }

                foreach (var (_, inner) in part.ToList())
                {
                    Close(inner);
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var inner in list)
                {
                    Close(inner);
                }
            }
        }
    }
}
