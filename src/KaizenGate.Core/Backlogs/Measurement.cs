namespace KaizenGate.Core.Backlogs;

/// <summary>The measured effect of a completed improvement.</summary>
/// <param name="Text">As written.</param>
/// <param name="Metric">What was measured ("p95"), or null.</param>
/// <param name="Before">Value before the improvement, in <paramref name="Unit"/>; null when the text is a remark.</param>
/// <param name="After">Value after it, in <paramref name="Unit"/>; null when the text is a remark.</param>
/// <param name="Unit">Unit of both ("s", "%"), or null.</param>
/// <param name="HasNumber">Whether the text holds any number: a remark without one measures nothing.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record Measurement(
    string Text,
    string? Metric,
    double? Before,
    double? After,
    string? Unit,
    bool HasNumber,
    SourceSpan Span
);
