using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Capture;

/// <summary>KZ104.</summary>
internal static class SessionCapturedNothing
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ104",
            Name = "session-captured-nothing",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Warning,
            Summary =
                "The change captures no improvement, and no commit in it has the trailer `Kaizen: none (reason)`.",
            Rationale =
                "Each session shows at least one possible improvement: something slow, broken or unclear. Write it down while it is "
                + "fresh; later it is forgotten.",
            Remedy =
                "Add one improvement that would have helped this work, or end the commit message with `Kaizen: none (reason)`.",
            Guard = $"{NotEnoughData.NeededChange}, and no unread entries",
            IsOfRun = true,
            Parameters =
            [
                new("minCaptured", 1, 1, 1_000, "items", "The minimum number of improvements captured in a change.")
                {
                    Laxer = Laxer.Smaller,
                },
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Range is not { } range)
        {
            return [NotEnoughData.Change];
        }

        var least = (int)context.Number("minCaptured");
        return range.IsFirst && range.NoCaptureReason is null && range.CapturedInAll < least
            ?
            [
                NotEnoughData.Unread(range.UnreadInAll) as RuleResult
                    ?? new Violation(
                        SourceSpan.FileStart,
                        $"{Wording.Count(range.CapturedInAll, "improvement")} captured {range.Description}; capture at least {least}, "
                            + "or add the trailer `Kaizen: none (reason)` to a commit"
                    ),
            ]
            : [];
    }
}
