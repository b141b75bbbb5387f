using System.Text.Json;
using System.Text.Json.Serialization;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// A JSON object that is computed from an object of the model: each public property is a field. The source is an ignored
/// property and not a constructor parameter, because the generator would write a serializer for the type of a parameter.
/// </summary>
internal abstract class JsonView<T>
{
    [JsonIgnore]
    public required T Source { get; init; }
}

/// <summary>The program that wrote the document.</summary>
internal sealed class ToolJson(string version)
{
    public string Name { get; } = "KaizenGate";
    public string Version => version;
}

/// <summary>Writes enum values in camel case.</summary>
internal static class JsonWord
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string? OrNull<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;
}
