using System.Text.Json.Serialization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Checking;

/// <summary>A finding that is accepted until a date.</summary>
internal sealed record BaselineEntry
{
    /// <summary>The number of days for which an entry without expiry is valid.</summary>
    public const int DefaultDays = 90;

    /// <summary>The id of the rule.</summary>
    [JsonPropertyName("rule")]
    public required string RuleId { get; init; }

    /// <summary>The identity of the improvement (<see cref="Improvement.Key"/>); null for a finding about the backlog.</summary>
    public string? Item { get; init; }

    /// <summary>The backlog, relative to the root of the repository (<see cref="SourceFile.RootPath"/>).</summary>
    public required string Path { get; init; }

    /// <summary>The commit at which it was accepted, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    /// <summary>The day it was accepted.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The last day on which it is valid.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Why it was accepted, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Its place in the baseline.</summary>
    [JsonIgnore]
    public SourceSpan Span { get; init; } = SourceSpan.FileStart;
}
