using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ308.</summary>
internal static class BigBang
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ308",
            Name = "big-bang",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "An active improvement is not split and is estimated at over 8 hours (warning), or at over 40 hours or effort 9 or "
                + "10 (error).",
            Rationale =
                "A big rewrite starts late, finishes later, and cannot be measured on the way. Small steps pay off from the first "
                + "day, and each can be evaluated before the next.",
            Remedy =
                "Split it into steps of at most a day, as separate improvements or as subtasks, or defer it with a reason and a "
                + "review date.",
            Parameters =
            [
                new("warnHours", 8, 0, 10_000, "hours", "A higher estimate is a warning."),
                new("errorHours", 40, 0, 10_000, "hours", "A higher estimate is an error."),
                new("errorEffort", 9, 1, 10, "points", "An effort from this value is an error."),
                new("minSubTasks", 2, 1, 100, "tasks", "An improvement with this many subtasks counts as split.")
                {
                    Laxer = Laxer.Smaller,
                },
            ],
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var minSubTasks = context.Number("minSubTasks");
        return context
            .Active.Where(item => item.SubTasks < minSubTasks)
            .Select(item => Evaluate(context, item))
            .OfType<Violation>();
    }

    private static Violation? Evaluate(RuleContext context, Improvement item)
    {
        var warnHours = context.Number("warnHours");
        var errorHours = context.Number("errorHours");
        var errorEffort = context.Number("errorEffort");
        var hours = item.EstimatedHours;

        if (hours is not null && hours.Value > errorHours)
        {
            return new(
                hours.Span,
                $"estimated at {Wording.Count(hours.Value, "hour")}, over the maximum of {Wording.Number(errorHours)}; "
                    + $"split it into improvements of at most {Wording.Number(warnHours)}",
                item
            )
            {
                Severity = Severity.Error,
            };
        }

        // KZ202 reports an effort above 10.
        if (item.Effort is { Value: <= 10 } effort && effort.Value >= errorEffort)
        {
            // The word High or a section's heading is too imprecise for an error.
            var isInferred = effort.Origin is ValueOrigin.Inferred;
            return new(
                effort.Span,
                $"effort {Wording.Number(effort.Value)}{(isInferred ? " (inferred)" : "")} is too big for one improvement; "
                    + $"split it until effort is below {Wording.Number(errorEffort)}",
                item
            )
            {
                Severity = isInferred ? Severity.Warning : Severity.Error,
            };
        }

        return hours is not null && hours.Value > warnHours
            ? new(
                hours.Span,
                $"estimated at {Wording.Count(hours.Value, "hour")}; split it into improvements of at most {Wording.Number(warnHours)}",
                item
            )
            {
                Severity = Severity.Warning,
            }
            : null;
    }
}
