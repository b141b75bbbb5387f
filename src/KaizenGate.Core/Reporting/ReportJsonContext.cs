using System.Text.Json.Serialization;

namespace KaizenGate.Core.Reporting;

/// <summary>Generates the code that writes JSON documents. Reports are never read.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(HistoryJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(ReadingJson))]
[JsonSerializable(typeof(ReviewJson))]
[JsonSerializable(typeof(MetricsJson))]
[JsonSerializable(typeof(BaselineJson))]
[JsonSerializable(typeof(BadgeJson))]
[JsonSerializable(typeof(IEnumerable<GitLabIssue>))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
