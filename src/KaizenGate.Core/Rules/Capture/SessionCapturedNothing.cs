using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

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
                "The change captures no improvement and sees none again, and no commit in it says why in a trailer "
                + "`Kaizen: none (reason)`.",
            Rationale =
                "Each session shows at least one possible improvement: something slow, broken or unclear. Write it down while it is "
                + "fresh; later it is forgotten.",
            Remedy =
                "Add one improvement that would have helped this work. If it is in the backlog already, record that it was seen again. "
                + "If there is nothing, end the commit message with `Kaizen: none (reason)`.",
            Guard = "a change with its commit messages: `--since REV`, or the `commit-msg` hook; no unread entries",
            IsOfRun = true,
            Parameters =
            [
                new(
                    "minCaptured",
                    1,
                    1,
                    1_000,
                    "items",
                    "The minimum number of improvements captured or seen again in a change."
                )
                {
                    Laxer = Laxer.Smaller,
                },
                new("minReasonWords", 2, 1, 100, "words", "The minimum number of words with a meaning in a reason.")
                {
                    Laxer = Laxer.Smaller,
                },
            ],
            Next = "add 'TITLE' --impact N --effort N",
            Check = Check,
        };

    /// <summary>The message, which is written last, may say why.</summary>
    private static NotEvaluated NoMessage { get; } =
        new("needs the commit messages of a change; run with `--since REV`, or install the `commit-msg` hook");

    /// <summary>The minimum number of words in a reason.</summary>
    public static int MinReasonWords(GateSettings settings) =>
        (int)(
            settings.Rules.TryGetValue(Rule.Id, out var own) && own.Numbers.TryGetValue("minReasonWords", out var words)
                ? words
                : Rule.Parameters.Single(parameter => parameter.Name == "minReasonWords").Default
        );

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Range is not { } range)
        {
            return [NotEnoughData.Change];
        }

        var least = (int)context.Number("minCaptured");
        var words = (int)context.Number("minReasonWords");
        return
            range.IsFirst
            && range.CapturedInAll + range.SightedInAll < least
            && !range.NoCaptureReasons.Any(reason => WrittenReason.Words(reason) >= words)
            ?
            [
                NotEnoughData.Unread(range.UnreadInAll)
                    ?? (range.HasNoMessage ? NoMessage : Violation(range, least, words) as RuleResult),
            ]
            : [];
    }

    private static Violation Violation(ChangeRange range, int least, int words)
    {
        var trailer = "`Kaizen: none (reason)`";
        var captured =
            $"{Wording.Count(range.CapturedInAll, "improvement")} captured"
            + (range.SightedInAll > 0 ? $" and {range.SightedInAll} seen again" : "")
            + $" {range.Description}";
        return new(
            SourceSpan.FileStart,
            range.NoCaptureReasons is [var excuse, ..]
                ? $"{captured}, and {Quote.Of(excuse)} is not a reason; capture at least {least}, or say why in at least "
                    + $"{Wording.Count(words, "word")}: {trailer}"
                : $"{captured}; capture at least {least}, or add the trailer {trailer} to a commit"
        );
    }
}
