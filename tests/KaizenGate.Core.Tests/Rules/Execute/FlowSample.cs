using System.Collections.Immutable;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

/// <summary>Hand-made timelines for the flow rules.</summary>
internal static class FlowSample
{
    /// <summary>So many events, each of an improvement of its own, spread over the last 12 weeks (days 0 to 83 before today).</summary>
    public static Timeline Timeline(
        int captured,
        int completed,
        int rejected = 0,
        int startDaysAgo = 364,
        int dropped = 0
    ) =>
        new(
            Sample.DaysAgo(startDaysAgo),
            [
                .. Spread(TimelineEventKind.Captured, captured, startDaysAgo)
                    .Concat(Spread(TimelineEventKind.Completed, completed, startDaysAgo))
                    .Concat(Spread(TimelineEventKind.Rejected, rejected, startDaysAgo))
                    .Concat(Spread(TimelineEventKind.Dropped, dropped, startDaysAgo))
                    .OrderBy(happened => happened.Date),
            ]
        );

    public static RuleResult[] Check(Rule rule, Timeline? timeline, int open = 0, GateSettings? settings = null)
    {
        var items = Enumerable.Range(1, open).Select(number => Sample.Item($"Open {number}"));
        return [.. rule.Check(Sample.Context(rule, Sample.Backlog(items), settings) with { Timeline = timeline })];
    }

    /// <summary>The settings with one threshold of a rule changed.</summary>
    public static GateSettings With(Rule rule, string name, double value) =>
        GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add(
                rule.Id,
                new() { Numbers = ImmutableDictionary<string, double>.Empty.Add(name, value) }
            ),
        };

    private static IEnumerable<TimelineEvent> Spread(TimelineEventKind kind, int count, int startDaysAgo) =>
        Enumerable
            .Range(0, count)
            .Select(number => new TimelineEvent(
                kind,
                $"{kind} {number}",
                Sample.DaysAgo(number * Math.Min(84, startDaysAgo + 1) / count)
            ));
}
