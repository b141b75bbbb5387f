using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>Hand-made pasts of single improvements.</summary>
internal static class HistorySample
{
    public static TimelineEvent Event(TimelineEventKind kind, string key, int daysAgo) =>
        new(kind, key, Sample.DaysAgo(daysAgo), "c0ffee");

    /// <summary>It was already so when the history began.</summary>
    public static TimelineEvent Stock(TimelineEventKind kind, string key, int daysAgo) =>
        Event(kind, key, daysAgo) with
        {
            IsFromStart = true,
        };

    /// <summary>A history that begins so many days ago, in a repository that had commits so many days ago.</summary>
    public static Timeline Of(int startDaysAgo, int[] commitsDaysAgo, params TimelineEvent[] events) =>
        new(Sample.DaysAgo(startDaysAgo), [.. events])
        {
            CommitDays = [.. commitsDaysAgo.Order().Reverse().Select(Sample.DaysAgo)],
        };

    public static RuleResult[] Check(Rule rule, Timeline timeline, params Improvement[] items) =>
        Check(rule, timeline, Sample.Backlog(items));

    public static RuleResult[] Check(Rule rule, Timeline timeline, Backlog backlog) =>
        [.. rule.Check(Sample.Context(rule, backlog) with { Timeline = timeline })];

    public static RuleResult[] Check(Rule rule, NoHistory none, params Improvement[] items) =>
        [.. rule.Check(Sample.Context(rule, Sample.Backlog(items)) with { NoTimeline = none })];

    public static NoHistory Shallow { get; } = new("shallow clone: fetch with depth 0");
}
