using System.Text.Json.Serialization;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The JSON documents about a period.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(PeriodReportJson))]
[JsonSerializable(typeof(PeriodReportSummary))]
[JsonSerializable(typeof(OtlpRequest))]
internal sealed partial class AnalyticsJsonContext : JsonSerializerContext;
