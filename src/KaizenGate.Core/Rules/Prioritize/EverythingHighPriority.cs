using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

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
                "More than 50% (warning) or 70% (error) of the active improvements are high priority: by a score of at least 70, or "
                + "without numbers by their label or section.",
            Rationale =
                "When nearly everything is urgent, the word no longer helps to choose, and the loudest voice decides. A priority is "
                + "worth only as much as what it puts last.",
            Remedy =
                "Compare the high ones with each other: lower the impact of those that can wait and raise the effort of those that "
                + "looked too quick, until at most half are high. Defer what will not be done this quarter.",
            Guard = "8 active improvements, and scores that follow the formula",
            Parameters =
            [
                new("minActive", 8, 1, 1000, "items", "The minimum number of active improvements."),
                new("warnShare", 0.5, 0, 1, "share", "A higher share of high priority is a warning."),
                new("errorShare", 0.7, 0, 1, "share", "A higher share of high priority is an error."),
            ],
            Next = "list --sort score",
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
        if (NotEnoughData.Few(context, "minActive", active.Count, "active improvement") is { } few)
        {
            yield return few;
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
                $"{Wording.Percent(share)} of active improvements are high priority ({high} of {active.Count}); "
                    + $"the maximum is {Wording.Percent(Math.Min(warnShare, errorShare))}"
            )
            {
                Severity = share > errorShare ? Severity.Error : Severity.Warning,
            };
        }
    }
}
