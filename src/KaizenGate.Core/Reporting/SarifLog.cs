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

internal sealed record SarifNotification(string Level, SarifText Message)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SarifRuleReference? AssociatedRule { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifLocation>? Locations { get; init; }
}

internal sealed record SarifRuleReference(string Id, int Index);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IEnumerable<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints
)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifSuppression>? Suppressions { get; init; }
}

internal sealed record SarifFingerprints([property: JsonPropertyName("kaizenFinding/v1")] string Finding);

internal sealed record SarifSuppression(string Kind, string Status)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Justification { get; init; }
}

internal sealed record SarifLocation(SarifPlace PhysicalLocation);

internal sealed record SarifPlace(SarifArtifact ArtifactLocation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SarifRegion? Region { get; init; }
}

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, int StartColumn)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EndLine { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EndColumn { get; init; }
}

internal sealed record SarifText(string Text)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Markdown { get; init; }

    /// <summary>Creates a message without links: <c>[text](target)</c> is a link even in plain text.</summary>
    public static SarifText Message(string text) =>
        new(VisibleText.Of(text).Replace("](", "] (", StringComparison.Ordinal));
}
