using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

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
                "An active improvement is estimated over 8 hours (warning), or over 40 hours or at effort 9 or 10 (error), and is not split.",
            Rationale =
                "The great rewrite is begun late, finished later, and cannot be measured step by step. "
                + "Small steps pay from their first day, and each can be judged before the next.",
            Remedy =
                "Split it into steps of at most a day, as improvements of their own or as tasks below it, or defer it with a reason and a review date.",
            Parameters =
            [
                new("warnHours", 8, 0, 10_000, "hours", "An estimate above this is a warning."),
                new("errorHours", 40, 0, 10_000, "hours", "An estimate above this is an error."),
                new("errorEffort", 9, 1, 10, "points", "A written effort from this on is an error."),
                new("minSubTasks", 2, 1, 100, "tasks", "The number of tasks below it that make it split."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var minSubTasks = context.Number("minSubTasks");
        return context
            .Active.Where(item => item.SubTasks < minSubTasks)
            .Select(item => Judge(context, item))
            .OfType<Violation>();
    }

    private static Violation? Judge(RuleContext context, Improvement item)
    {
        var warnHours = context.Number("warnHours");
        var errorHours = context.Number("errorHours");
        var errorEffort = context.Number("errorEffort");
        var hours = item.EstimatedHours;

        if (hours is not null && hours.Value > errorHours)
        {
            return new(
                hours.Span,
                $"estimated {Wording.Count(hours.Value, "hour")}; an improvement should take at most {Wording.Number(warnHours)}, "
                    + $"and over {Wording.Number(errorHours)} shuts the gate",
                item
            )
            {
                Severity = Severity.Error,
            };
        }

        // An effort above 10 is no measure at all; KZ202 reports it.
        if (item.Effort is { Value: <= 10 } effort && effort.Value >= errorEffort)
        {
            // The word High, or a section's heading, says "much" and not how much: too little to shut a gate.
            var isInferred = effort.Origin is ValueOrigin.Inferred;
            return new(
                effort.Span,
                isInferred
                    ? $"the effort is {Wording.Number(effort.Value)}, inferred from its word; "
                        + $"from {Wording.Number(errorEffort)} on it is no small step"
                    : $"the effort is {Wording.Number(effort.Value)}; from {Wording.Number(errorEffort)} on it is no small step and shuts the gate",
                item
            )
            {
                Severity = isInferred ? Severity.Warning : Severity.Error,
            };
        }

        return hours is not null && hours.Value > warnHours
            ? new(
                hours.Span,
                $"estimated {Wording.Count(hours.Value, "hour")}; an improvement should take at most {Wording.Number(warnHours)}",
                item
            )
            {
                Severity = Severity.Warning,
            }
            : null;
    }
}
