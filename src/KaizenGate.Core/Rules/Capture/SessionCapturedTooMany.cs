using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

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
                "An improvement is worth what is made of it. Ten ideas from one session are a list that nobody works off, "
                + "and the good one is lost among them.",
            Remedy = "Keep the one to three that matter most, and say in their titles what is wrong and where.",
            Guard = SessionCapturedNothing.Rule.Guard,
            IsOfRun = true,
            Parameters = [new("maxCaptured", 3, 1, 1_000, "items", "The most captures in a change.")],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Range is not { } range)
        {
            return [SessionCapturedNothing.NoRange];
        }

        var most = (int)context.Number("maxCaptured");
        return range.IsFirst && range.CapturedInAll > most
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{range.CapturedInAll} improvements captured {range.Description}; at most {most} "
                        + $"{(most == 1 ? "is" : "are")} expected"
                ),
            ]
            : [];
    }
}
