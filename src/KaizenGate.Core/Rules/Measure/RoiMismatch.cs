using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Measure;

/// <summary>KZ406.</summary>
internal static class RoiMismatch
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ406",
            Name = "roi-mismatch",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Warning,
            Summary = "The written ROI differs by more than 5% from hours saved ÷ hours spent.",
            Rationale =
                "A return that does not follow from its own hours convinces nobody, and casts doubt on the figures beside it. "
                + "ROI here is gross: 5 hours saved for 1 spent is 5×.",
            Remedy = "Correct the hours or write the ROI that follows from them.",
            IsFixable = true,
            Parameters =
            [
                new(
                    "tolerance",
                    0.05,
                    0,
                    1,
                    "share",
                    "The difference, relative to the computed ROI, that rounding may make."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var tolerance = context.Number("tolerance");
        foreach (var item in context.Backlog.Improvements)
        {
            if (item is not { Roi: { } roi, HoursSaved.Value: var saved, TimeSpent.Value: > 0 and var spent })
            {
                continue;
            }

            var computed = saved / spent;
            if (Math.Abs(roi.Value - computed) > (tolerance + 1e-9) * Math.Abs(computed))
            {
                yield return new Violation(
                    roi.Span,
                    $"the written ROI is {Wording.Number(roi.Value)}; {Wording.Number(saved)} hours saved ÷ "
                        + $"{Wording.Number(spent)} spent is {Wording.Number(computed)}",
                    item
                );
            }
        }
    }
}
