using System.Text.Json.Serialization;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Reporting;

/// <summary>The JSON documents that this assembly writes. Only the code that writes them is generated: reports are never read back.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(HistoryJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(ReviewJson))]
[JsonSerializable(typeof(MetricsJson))]
[JsonSerializable(typeof(PeriodReportJson))]
[JsonSerializable(typeof(PeriodReportSummary))]
[JsonSerializable(typeof(OtlpRequest))]
[JsonSerializable(typeof(BaselineJson))]
[JsonSerializable(typeof(BadgeJson))]
[JsonSerializable(typeof(IEnumerable<GitLabIssue>))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
