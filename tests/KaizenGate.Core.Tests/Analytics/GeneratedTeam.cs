using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Analytics;

/// <summary>A team with a complete history of weekly captures and completions, the oldest first.</summary>
internal static class GeneratedTeam
{
    private static readonly DateOnly Start = new(2025, 1, 6);

    /// <summary>The last day after a number of weeks.</summary>
    public static DateOnly LastDay(int weeks) => Start.AddDays((7 * weeks) - 1);

    /// <summary>The evidence after some weeks. Every second completion has hours, and saves half an hour per week.</summary>
    /// <param name="weeks">How many weeks it worked.</param>
    /// <param name="captured">Captured on the Monday of a week, by its number from 0.</param>
    /// <param name="completed">Completed on its Thursday; never more than there are.</param>
    public static ImmutableArray<Evidence> Of(int weeks, Func<int, int> captured, Func<int, int> completed)
    {
        var items = new List<Improvement>();
        var events = new List<TimelineEvent>();
        var done = 0;
        for (var week = 0; week < weeks; week++)
        {
            var monday = Start.AddDays(7 * week);
            for (var left = captured(week); left > 0; left--)
            {
                items.Add(Sample.Item($"item {items.Count}", 1 + (items.Count % 10), 1 + (items.Count % 7)));
                events.Add(Event(TimelineEventKind.Captured, items[^1], monday));
            }

            for (var left = completed(week); left > 0 && done < items.Count; left--)
            {
                events.Add(Event(TimelineEventKind.Started, items[done], monday.AddDays(1)));
                events.Add(Event(TimelineEventKind.Completed, items[done], monday.AddDays(3)));
                items[done] = items[done] with
                {
                    Status = Status.Done,
                    TimeSpent = done % 2 == 0 ? Sample.Written(4d) : null,
                    SavedPerWeek = done % 2 == 0 ? Sample.Written(0.5) : null,
                };
                done++;
            }
        }

        var timeline = new Timeline(Start, [.. events])
        {
            CommitDays = [.. events.Select(one => one.Date).Distinct().Order()],
        };
        return [new(Sample.Backlog(items), timeline)];
    }

    private static TimelineEvent Event(TimelineEventKind kind, Improvement item, DateOnly day) =>
        new(kind, item.Key, day, "c0ffee") { Title = item.Title, Score = item.Score };
}
