using System.Text.Json.Serialization;

namespace KaizenGate.Cli.Json;

/// <summary>The JSON documents that are only used by commands.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(IEnumerable<RuleJson>))]
[JsonSerializable(typeof(ArchivedJson))]
[JsonSerializable(typeof(FixedJson))]
[JsonSerializable(typeof(ListedJson))]
[JsonSerializable(typeof(EditedJson))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
