using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

/// <summary>KZ104.</summary>
internal static class SessionCapturedNothing
{
    /// <summary>Why a rule about a change has nothing to judge.</summary>
    public static Unjudged NoRange { get; } =
        new("no change is named; `--since REV` judges the commits since a revision, `--staged` what is staged");

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ104",
            Name = "session-captured-nothing",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Warning,
            Summary =
                "The change captures no improvement, and none of its commits says why with `Kaizen: none (reason)`.",
            Rationale =
                "Each session leaves at least one improvement behind: what was slow, what broke, what had to be asked. "
                + "It is written down while it is fresh, or not at all.",
            Remedy =
                "Add one improvement that this work would have needed, or end the commit message with `Kaizen: none (reason)`.",
            Guard = "a change: `--since REV` or `--staged`",
            IsOfRun = true,
            Parameters = [new("minCaptured", 1, 1, 1_000, "items", "The least number of captures in a change.")],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Range is not { } range)
        {
            return [NoRange];
        }

        var least = (int)context.Number("minCaptured");
        return range.IsFirst && range.Excuse is null && range.CapturedInAll < least
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Count(range.CapturedInAll, "improvement")} captured {range.Description}; at least {least} "
                        + $"{(least == 1 ? "is" : "are")} expected, or a commit with `Kaizen: none (reason)`"
                ),
            ]
            : [];
    }
}
