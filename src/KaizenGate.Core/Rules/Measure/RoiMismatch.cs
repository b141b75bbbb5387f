using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

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
                "An ROI that does not match its own hours convinces no one and casts doubt on the numbers next to it. ROI is gross "
                + "here: 5 hours saved for 1 spent is 5×.",
            Remedy = "Correct the hours, or the ROI that follows from them.",
            FixedBy = FixingCommand.Fix,
            Parameters =
            [
                new("tolerance", 0.05, 0, 1, "share", "The accepted difference, relative to the computed ROI.")
                {
                    Laxer = Laxer.Larger,
                },
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
                    $"the written ROI is {Wording.Number(roi.Value)}, but {Wording.Count(saved, "hour")} saved ÷ "
                        + $"{Wording.Number(spent)} spent is {Wording.Number(computed)}",
                    item
                );
            }
        }
    }
}
