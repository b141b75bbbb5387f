using System.Text.Json.Serialization;

namespace KaizenGate.Core.Reporting;

/// <summary>The JSON documents about a run. Only serialization is generated: reports are never read back.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(HistoryJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(ReviewJson))]
[JsonSerializable(typeof(MetricsJson))]
[JsonSerializable(typeof(BaselineJson))]
[JsonSerializable(typeof(BadgeJson))]
[JsonSerializable(typeof(IEnumerable<GitLabIssue>))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
