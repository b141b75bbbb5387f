using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Capture;

/// <summary>KZ105.</summary>
internal static class SessionCapturedTooMany
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ105",
            Name = "session-captured-too-many",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Info,
            Summary = "The change captures more than 3 improvements.",
            Rationale =
                "An improvement helps only when it is completed. Ten ideas from one session are never all worked on, and the good "
                + "one gets lost among them.",
            Remedy = "Keep the one to three that matter most, and name the problem and its place in their titles.",
            Guard = NotEnoughData.NeededChange,
            IsOfRun = true,
            Parameters =
            [
                new("maxCaptured", 3, 1, 1_000, "items", "The maximum number of improvements captured in a change."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Range is not { } range)
        {
            return [NotEnoughData.Change];
        }

        var most = (int)context.Number("maxCaptured");
        return range.IsFirst && range.CapturedInAll > most
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{range.CapturedInAll} improvements captured {range.Description}; keep at most {most}"
                ),
            ]
            : [];
    }
}
