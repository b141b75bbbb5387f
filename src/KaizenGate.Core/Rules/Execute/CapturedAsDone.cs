using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ313.</summary>
internal static class CapturedAsDone
{
    /// <summary>The number of commits with completions from which on the share before the window is known.</summary>
    private const int MinHabit = 10;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ313",
            Name = "captured-as-done",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "Over a third of the completions in the last 12 weeks were captured in the commit that completes them: a warning, and an "
                + "error if it happens significantly more often than the team's habit explains.",
            Rationale =
                "A backlog that lists only what is already done selects nothing and plans nothing: it is a diary. Its execution rate is "
                + "100%, whatever the team leaves undone.",
            Remedy =
                "Capture what you notice in the commit in which you notice it, and complete what has the highest score. What you "
                + "fix in passing needs no entry.",
            Guard = "3 completions in the window, and the commits of the repository",
            Parameters =
            [
                new("minCompletions", 3, 1, 10_000, "items", "The minimum number of completions in the window."),
                new("warnAbove", 1d / 3, 0, 1, "share", "A higher share of the completions is a warning."),
                new(
                    "maxHabit",
                    0.5,
                    0,
                    1,
                    "share",
                    "The share of commits before the window that is expected again, at most."
                )
                {
                    Laxer = Laxer.Larger,
                },
                new(
                    "significance",
                    0.01,
                    0.000001,
                    0.5,
                    "share",
                    "The significance level: the probability below which chance is ruled out."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (NotEnoughData.CommitDays(context, days: 0) is { } hidden)
        {
            return [hidden];
        }

        var start = context.AsOf.AddDays(1 - (7 * context.Settings.WindowWeeks));
        var completions = Completions(context.Timeline!, context.History).ToLookup(one => one.Day >= start);
        var window = completions[true].ToList();
        if (NotEnoughData.Few(context, "minCompletions", window.Count, "completion", " in the window") is { } few)
        {
            return [few];
        }

        var share = (double)window.Count(one => one.IsAtOnce) / window.Count;
        return share > context.Number("warnAbove") ? [Violation(context, window, completions[false])] : [];
    }

    private static Violation Violation(RuleContext context, List<Completion> window, IEnumerable<Completion> earlier)
    {
        var warnAbove = context.Number("warnAbove");
        var (commits, diary) = Commits(window);
        var (earlierCommits, earlierDiary) = Commits(earlier);
        var habit =
            earlierCommits < MinHabit
                ? warnAbove
                : Math.Clamp(
                    (double)earlierDiary / earlierCommits,
                    warnAbove,
                    Math.Max(warnAbove, context.Number("maxHabit"))
                );
        var isError = 1 - Binomial.AtMost(diary - 1, commits, habit) < context.Number("significance");
        var atOnce = window.Count(one => one.IsAtOnce);
        var expected = isError
            ? $"so do {diary} of {Wording.Count(commits, "commit")} with completions, which is significantly above "
                + Wording.Percent(habit)
            : $"at most {Wording.Percent(warnAbove)} is expected";
        return new(
            SourceSpan.FileStart,
            $"{Wording.Percent((double)atOnce / window.Count)} of the completions in the last "
                + $"{Wording.Count(context.Settings.WindowWeeks, "week")} were captured in the commit that completes them "
                + $"({atOnce} of {window.Count}); {expected}"
        )
        {
            Severity = isError ? Severity.Error : Severity.Warning,
        };
    }

    /// <summary>
    /// The commits with completions, and those among them that mostly complete what they capture. An import or a split is one
    /// commit, however many improvements it has. A date in the file may show that an improvement was captured on an earlier day.
    /// </summary>
    private static (int All, int Diary) Commits(IEnumerable<Completion> completions)
    {
        var commits = completions.GroupBy(one => one.Commit).ToList();
        return (
            commits.Count,
            commits.Count(commit =>
                commit.Count(one => one is { IsAtOnce: true, IsDatedEarlier: false }) * 2 > commit.Count()
            )
        );
    }

    /// <summary>What was completed, without what a new backlog begins with.</summary>
    private static IEnumerable<Completion> Completions(Timeline timeline, EffectiveHistory history) =>
        from item in history.Items
        where item.Completed is { IsFromStart: false }
        let completed = item.Completed!
        let captured = item.Captured
        let isAtOnce = captured?.Commit == completed.Commit && captured is not null
        where !isAtOnce || timeline.IsArrival(captured)
        select new Completion(completed.Date, completed.Commit, isAtOnce, captured?.Date < completed.Date);

    /// <param name="Day">The day of the completion.</param>
    /// <param name="Commit">The commit that completes it; null for an uncommitted change.</param>
    /// <param name="IsAtOnce">Whether the same commit captures it.</param>
    /// <param name="IsDatedEarlier">Whether it was captured on an earlier day.</param>
    private readonly record struct Completion(DateOnly Day, string? Commit, bool IsAtOnce, bool IsDatedEarlier);
}
