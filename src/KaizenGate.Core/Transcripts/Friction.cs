namespace KaizenGate.Core.Transcripts;

/// <summary>What slowed an agent down in one session.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The name of the command, or the path of the file in the repository; masked, one line.</param>
/// <param name="Count">How often it happened; at least 1.</param>
/// <param name="Lost">The time that it took; zero when that cannot be counted.</param>
/// <param name="Remedy">The name of the command that repaired it; null for other kinds.</param>
internal sealed record Friction(FrictionKind Kind, string Subject, int Count, TimeSpan Lost, string? Remedy = null)
{
    /// <summary>A sentence without a full stop: <c>`npm install` failed 3 times</c>.</summary>
    public string Sentence =>
        Kind switch
        {
            FrictionKind.Fails => $"`{Subject}` failed {Times}",
            FrictionKind.Repaired => $"`{Subject}` failed until `{Remedy}` ran{Often}",
            FrictionKind.Waits => $"`{Subject}` took {Minutes}{Often}",
            FrictionKind.TimesOut => $"`{Subject}` timed out {Times}",
            FrictionKind.Refused => $"`{Subject}` was not allowed {Times}",
            FrictionKind.EditMisses => $"{Subject} did not contain the text to replace {Times}",
            FrictionKind.Rereads => $"{Subject} was read {Times}",
            _ => Subject,
        };

    private string Times => Count == 1 ? "once" : $"{Count} times";

    private string Often => Count == 1 ? "" : $", {Count} times";

    private string Minutes => Lost.TotalMinutes < 2 ? $"{Lost.TotalSeconds:0} s" : $"{Lost.TotalMinutes:0} min";
}
