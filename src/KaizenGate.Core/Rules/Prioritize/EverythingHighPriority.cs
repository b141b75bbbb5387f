using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

/// <summary>KZ205.</summary>
internal static class EverythingHighPriority
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ205",
            Name = "everything-high-priority",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Error,
            Summary =
                "More than 50% (warning) or 70% (error) of the active improvements are high priority: "
                + "by a score of at least 70, or, without figures, by their label or section.",
            Rationale =
                "When nearly everything is urgent, the word no longer chooses anything, and the loudest voice does. "
                + "A priority is worth as much as what it puts last.",
            Remedy =
                "Compare the high ones with each other: lower the impact of those that can wait and raise the effort of those that "
                + "were hoped to be quick, until at most half of them are left; defer what nobody will do this quarter.",
            Guard = "8 active improvements, and scores that follow the formula",
            Parameters =
            [
                new("minActive", 8, 1, 1000, "items", "With fewer active improvements it does not judge."),
                new("warnShare", 0.5, 0, 1, "share", "A greater share of high ones is a warning."),
                new("errorShare", 0.7, 0, 1, "share", "A greater share of high ones is an error."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (WrittenScores.Doubt(context) is { } doubt)
        {
            yield return doubt;
            yield break;
        }

        var active = context.Active.ToList();
        var minActive = (int)context.Number("minActive");
        if (active.Count < minActive)
        {
            yield return new Unjudged("too few active improvements to speak of a share", active.Count, minActive);
            yield break;
        }

        var high = active.Count(item => ScoreBasis.PriorityOf(item, context.Settings.Scoring) is Priority.High);
        var share = (double)high / active.Count;
        var warnShare = context.Number("warnShare");
        var errorShare = context.Number("errorShare");
        if (share > warnShare || share > errorShare)
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"{high} of {active.Count} active improvements ({Wording.Percent(share)}) are high priority; "
                    + $"at most {Wording.Percent(Math.Min(warnShare, errorShare))} may be"
            )
            {
                Severity = share > errorShare ? Severity.Error : Severity.Warning,
            };
        }
    }
}
