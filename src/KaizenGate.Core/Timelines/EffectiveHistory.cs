using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Timelines;

/// <summary>What stands of a timeline: of each improvement its capture, its starts, and the one departure that no reopening took back.</summary>
internal sealed class EffectiveHistory
{
    private readonly Dictionary<string, int> places;

    private EffectiveHistory(ImmutableArray<ItemLifecycle> items, Dictionary<string, int> places)
    {
        (Items, this.places) = (items, places);
        Captured = Each(item => item.Captured);
        Completed = Each(item => item.Completed);
        Rejected = Each(item => item.Rejected);
        Dropped = Each(item => item.Dropped);
    }

    /// <summary>Every improvement that was ever identified, in the order of their first events; rejected and dropped ones are among them.</summary>
    public ImmutableArray<ItemLifecycle> Items { get; }

    /// <summary>The captures, those from the start among them.</summary>
    public ImmutableArray<TimelineEvent> Captured { get; }

    /// <summary>The completions that stand. That the file no longer holds one takes nothing back.</summary>
    public ImmutableArray<TimelineEvent> Completed { get; }

    /// <summary>The rejections that stand.</summary>
    public ImmutableArray<TimelineEvent> Rejected { get; }

    /// <summary>The drops that stand: departures for growth and drain time, yet still identified and not executed.</summary>
    public ImmutableArray<TimelineEvent> Dropped { get; }

    /// <summary>Follows a timeline to the end of a day.</summary>
    /// <param name="timeline">What happened.</param>
    /// <param name="until">Events that are dated later have not happened yet; null for all.</param>
    public static EffectiveHistory Of(Timeline timeline, DateOnly? until = null)
    {
        var places = new Dictionary<string, int>();
        var lives = new List<ItemLifecycle>();
        foreach (var happened in timeline.Events)
        {
            if (happened.Date > until)
            {
                continue;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, happened.Key, out var isKnown);
            if (!isKnown)
            {
                place = lives.Count;
                lives.Add(new ItemLifecycle(happened.Key));
            }

            lives[place] = lives[place].With(happened);
        }

        return new([.. lives], places);
    }

    /// <summary>The life of an improvement; null when nothing is known of it.</summary>
    /// <param name="key">The key of its events; see <see cref="Timeline.KeyOf"/>.</param>
    public ItemLifecycle? Find(string key) => places.TryGetValue(key, out var place) ? Items[place] : null;

    /// <summary>How many of some events fall into a window, first and last day included; what stood so from the start does not.</summary>
    public static int Count(ImmutableArray<TimelineEvent> events, DateOnly first, DateOnly last) =>
        events.Count(happened => !happened.IsFromStart && happened.Date >= first && happened.Date <= last);

    private ImmutableArray<TimelineEvent> Each(Func<ItemLifecycle, TimelineEvent?> choose)
    {
        var events = ImmutableArray.CreateBuilder<TimelineEvent>(Items.Length);
        foreach (var item in Items)
        {
            if (choose(item) is { } happened)
            {
                events.Add(happened);
            }
        }

        return events.DrainToImmutable();
    }
}
