using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>An improvement with its lifecycle.</summary>
/// <param name="Backlog">The backlog.</param>
/// <param name="Life">Its lifecycle up to the last day of the period; null without a history.</param>
/// <param name="Item">The improvement in the backlog or its archive; null when it is in neither.</param>
/// <param name="Title">Its last title.</param>
internal sealed record ObservedLifecycle(Backlog Backlog, ItemLifecycle? Life, Improvement? Item, string Title)
{
    /// <summary>The file that it is in; that of the backlog when it is in none.</summary>
    public SourceFile File => Backlog.FileOf(Item);

    /// <summary>The improvement as it is or, when it was completed and removed, as it was last; null when unknown.</summary>
    public Improvement? Last { get; init; } = Item;

    /// <summary>Null when it is not completed, or when it was before the history began.</summary>
    public DateOnly? Completed =>
        Life is not null ? Exact(Life.Completed)
        : Item is { Status: Status.Done, Completed.Value: var day } ? day
        : null;

    public int? CycleDays => Life is not null ? Life.CycleDays : Between(Item?.Started, Item?.Completed);

    public int? LeadDays => Life is not null ? Life.LeadDays : Between(Item?.Captured, Item?.Completed);

    /// <summary>The first day on which it is known to exist.</summary>
    public DateOnly FirstSeen =>
        Life?.Captured?.Date ?? Life?.FirstStarted?.Date ?? Life?.Departed?.Date ?? DateOnly.MinValue;

    /// <summary>Returns all improvements that were ever captured, including rejected and dropped ones.</summary>
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="to">Later events are ignored.</param>
    public static ImmutableArray<ObservedLifecycle> Of(ImmutableArray<Evidence> evidence, DateOnly to) =>
        [
            .. evidence.SelectMany(one =>
                one.History is Timeline timeline ? Of(one.Backlog, timeline, to) : Of(one.Backlog)
            ),
        ];

    private static IEnumerable<ObservedLifecycle> Of(Backlog backlog) =>
        backlog.WithArchive.Select(item => new ObservedLifecycle(backlog, null, item, item.Title));

    private static IEnumerable<ObservedLifecycle> Of(Backlog backlog, Timeline timeline, DateOnly to)
    {
        var items = backlog.WithArchive.DistinctBy(timeline.KeyOf).ToDictionary(timeline.KeyOf);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var happened in timeline.Events)
        {
            if (happened.Title is { } title && !items.ContainsKey(happened.Key))
            {
                titles[happened.Key] = title;
            }
        }

        foreach (var life in EffectiveHistory.Of(timeline, to).Items)
        {
            var item = items.GetValueOrDefault(life.Key);
            yield return new(backlog, life, item, item?.Title ?? titles.GetValueOrDefault(life.Key, life.Key))
            {
                Last = item ?? timeline.Pruned.GetValueOrDefault(life.Key),
            };
        }
    }

    /// <summary>The day of an event; null when only a latest day is known.</summary>
    private static DateOnly? Exact(TimelineEvent? happened) =>
        happened is { IsFromStart: false } ? happened.Date : null;

    private static int? Between(Written<DateOnly>? first, Written<DateOnly>? last) =>
        first is { Value: var from } && last is { Value: var to } && to >= from ? to.DayNumber - from.DayNumber : null;
}
