using System.Text.Json.Serialization;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// A JSON object that shows an object of the program: each public property is a field. What it shows comes in by a property
/// that JSON ignores, not by the constructor: the serializer is generated for all that a constructor takes and all it holds.
/// </summary>
internal abstract class JsonView<T>
{
    [JsonIgnore]
    public required T Source { get; init; }
}
