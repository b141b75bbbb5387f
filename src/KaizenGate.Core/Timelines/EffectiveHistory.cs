using System.Runtime.InteropServices;

namespace KaizenGate.Core.Timelines;

/// <summary>The events of a timeline that are still in effect: of each improvement its capture, its starts, and its departure if no reopening undid it.</summary>
internal sealed class EffectiveHistory
{
    private readonly Dictionary<string, int> places;

    private EffectiveHistory(Timeline timeline, ImmutableArray<ItemLifecycle> items, Dictionary<string, int> places)
    {
        (Items, this.places) = (items, places);
        Captured = Each(item => item.Captured);
        Arrived = [.. Captured.Where(timeline.IsArrival)];
        Completed = Each(item => item.Completed);
        Rejected = Each(item => item.Rejected);
        Dropped = Each(item => item.Dropped);
    }

    /// <summary>Every improvement that was ever captured, including rejected and dropped ones, in the order of their first events.</summary>
    public ImmutableArray<ItemLifecycle> Items { get; }

    /// <summary>The captures, including those from the start.</summary>
    public ImmutableArray<TimelineEvent> Captured { get; }

    /// <summary>The captures without existing stock; see <see cref="Timeline.IsArrival"/>.</summary>
    public ImmutableArray<TimelineEvent> Arrived { get; }

    /// <summary>The completions that were not undone; removal from the file does not undo one.</summary>
    public ImmutableArray<TimelineEvent> Completed { get; }

    public ImmutableArray<TimelineEvent> Rejected { get; }

    /// <summary>The drops that were not undone: departures for growth and drain time, but still identified and not executed.</summary>
    public ImmutableArray<TimelineEvent> Dropped { get; }

    /// <param name="timeline">All events.</param>
    /// <param name="until">Later events are ignored; null for none.</param>
    public static EffectiveHistory Of(Timeline timeline, DateOnly? until = null)
    {
        // Without the days of changes, the events are from the dates in the file: one or two for each improvement.
        var expected = timeline.Touched.Count > 0 ? timeline.Touched.Count : timeline.Events.Length;
        var places = new Dictionary<string, int>(expected);
        var items = new List<ItemLifecycle>(expected);
        foreach (var next in timeline.Events)
        {
            if (next.Date > until)
            {
                continue;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, next.Key, out var isKnown);
            if (!isKnown)
            {
                place = items.Count;
                items.Add(new ItemLifecycle(next.Key));
            }

            items[place].Apply(next);
        }

        return new(timeline, [.. items], places);
    }

    /// <summary>Returns the lifecycle of an improvement; null when it has no events.</summary>
    /// <param name="key">The key of its events; see <see cref="Timeline.KeyOf"/>.</param>
    public ItemLifecycle? Find(string key) => places.TryGetValue(key, out var place) ? Items[place] : null;

    /// <summary>Counts the events from the first to the last day, inclusive; without those from the start.</summary>
    public static int Count(ImmutableArray<TimelineEvent> events, DateOnly first, DateOnly last) =>
        events.Count(one => !one.IsFromStart && one.Date >= first && one.Date <= last);

    private ImmutableArray<TimelineEvent> Each(Func<ItemLifecycle, TimelineEvent?> choose)
    {
        var chosen = new List<TimelineEvent>(Items.Length);
        foreach (var item in Items)
        {
            if (choose(item) is { } one)
            {
                chosen.Add(one);
            }
        }

        return [.. chosen];
    }
}
