using System.Text.Json.Serialization;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>A SARIF 2.1.0 document, without null properties.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IEnumerable<SarifRun> Runs
);

internal sealed record SarifRun(
    SarifTool Tool,
    SarifAutomation AutomationDetails,
    string ColumnKind,
    IEnumerable<SarifInvocation> Invocations,
    IEnumerable<SarifResult> Results
);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, string SemanticVersion, IEnumerable<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifText ShortDescription,
    SarifText FullDescription,
    SarifText Help,
    SarifConfiguration DefaultConfiguration,
    SarifProperties Properties
);

internal sealed record SarifConfiguration(bool Enabled, string Level);

internal sealed record SarifProperties(
    IEnumerable<string> Tags,
    string Precision,
    [property: JsonPropertyName("problem.severity")] string ProblemSeverity
);

internal sealed record SarifAutomation(string Id);

internal sealed record SarifInvocation(
    bool ExecutionSuccessful,
    int ExitCode,
    IEnumerable<SarifNotification> ToolExecutionNotifications
);

internal sealed record SarifNotification(
    string Level,
    SarifText Message,
    SarifRuleReference? AssociatedRule = null,
    IEnumerable<SarifLocation>? Locations = null
);

internal sealed record SarifRuleReference(string Id, int Index);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IEnumerable<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints,
    IEnumerable<SarifSuppression>? Suppressions
);

internal sealed record SarifFingerprints([property: JsonPropertyName("kaizenFinding/v1")] string Finding);

internal sealed record SarifSuppression(string Kind, string Status, string? Justification);

internal sealed record SarifLocation(SarifPlace PhysicalLocation);

internal sealed record SarifPlace(SarifArtifact ArtifactLocation, SarifRegion? Region = null);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, int StartColumn, int? EndLine = null, int? EndColumn = null);

internal sealed record SarifText(string Text, string? Markdown = null)
{
    /// <summary>Creates a message without links: <c>[text](target)</c> is a link even in plain text.</summary>
    public static SarifText Message(string text) =>
        new(VisibleText.Of(text).Replace("](", "] (", StringComparison.Ordinal));
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJsonContext : JsonSerializerContext;
