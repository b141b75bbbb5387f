using System.Collections.ObjectModel;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>
/// The dates of an improvement: from the timeline, which combines commits and written dates, else from its own fields. Thread-safe.
/// </summary>
internal sealed class ItemDates
{
    private readonly Backlog backlog;
    private readonly Timeline? timeline;
    private readonly EffectiveHistory standing;

    /// <summary>The lifecycles of the improvements of the file, in its order: many rules ask for them.</summary>
    private readonly Lazy<ItemLifecycle?[]> lives;
    private readonly Lazy<ImmutableArray<CompletedItem>> completions;

    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="timeline">Its history; null when unknown.</param>
    /// <param name="standing">The events of it that were not undone.</param>
    public ItemDates(Backlog backlog, Timeline? timeline, EffectiveHistory standing)
    {
        (this.backlog, this.timeline, this.standing) = (backlog, timeline, standing);
        lives = new(() => [.. backlog.Improvements.Select(Find)]);
        completions = new(() => [.. FindCompletions()]);
    }

    /// <summary>The day it was captured; null when unknown.</summary>
    public Since? Captured(Improvement item) => Of(LifeOf(item)?.Captured, item.Captured);

    /// <summary>The day it was last started; null when unknown or never.</summary>
    public Since? Started(Improvement item) => Of(LifeOf(item)?.LastStarted, item.Started);

    /// <summary>The day it was completed; null when unknown or not completed.</summary>
    public Since? Completed(Improvement item) =>
        item.Status is Status.Done ? Of(LifeOf(item)?.Completed, item.Completed) : null;

    /// <summary>The completed improvements of the file and its archive, and those that were removed from both.</summary>
    public ImmutableArray<CompletedItem> Completions => completions.Value;

    /// <summary>Whether an improvement of <see cref="Completions"/> was removed from the file and its archive.</summary>
    public bool IsPruned(Improvement item) =>
        timeline?.Pruned.TryGetValue(item.Key, out var pruned) is true && ReferenceEquals(pruned, item);

    /// <summary>Whether it is or ever was in progress.</summary>
    public bool WasStarted(Improvement item) => item.Status is Status.InProgress || Started(item) is not null;

    /// <summary>Whether the day of completion is known.</summary>
    public bool IsCompletionDated(Improvement item) =>
        item.Completed is not null || Completed(item) is { IsAtLeast: false };

    /// <summary>
    /// The latest date in its fields, plans included, or of a change in the timeline; null when there is none.
    /// At the start of a history that is cut short, it may have been unchanged for longer.
    /// </summary>
    public Since? LastTouched(Improvement item)
    {
        DateOnly? newest = null;
        foreach (var date in item.Values.All<DateOnly>())
        {
            Newer(date.Value);
        }

        if (timeline is not null)
        {
            var life = LifeOf(item);
            Newer(life?.Captured?.Date);
            Newer(life?.LastStarted?.Date);
            Newer(life?.Departed?.Date);
            Newer(timeline.Touched.TryGetValue(timeline.KeyOf(item), out var touched) ? touched : null);
        }

        return newest is { } day
            ? new(day, timeline is { CutShortBy: not null, Start: var start } && day <= start)
            : null;

        void Newer(DateOnly? date) => newest = newest is null || date > newest ? date ?? newest : newest;
    }

    /// <summary>An improvement that was there when the history began is at least that old; an earlier written date is exact.</summary>
    private static Since? Of(TimelineEvent? happened, Written<DateOnly>? written) =>
        (happened, written) switch
        {
            ({ IsFromStart: false }, _) => new(happened.Date, IsAtLeast: false),
            (not null, { Value: var day }) when day <= happened.Date => new(day, IsAtLeast: false),
            (not null, _) => new(happened.Date, IsAtLeast: true),
            (null, { Value: var day }) => new(day, IsAtLeast: false),
            _ => null,
        };

    private ItemLifecycle? LifeOf(Improvement item) =>
        timeline is null ? null
        : backlog.Has(item) ? lives.Value[item.Order]
        : Find(item);

    private ItemLifecycle? Find(Improvement item) => timeline is null ? null : standing.Find(timeline.KeyOf(item));

    private IEnumerable<CompletedItem> FindCompletions() =>
        backlog
            .WithArchive.Where(item => item.Status is Status.Done)
            .Select(item => new CompletedItem(item, Completed(item)))
            .Concat(
                from one in timeline?.Pruned ?? ReadOnlyDictionary<string, Improvement>.Empty
                let completed = standing.Find(one.Key)?.Completed
                where completed is not null
                select new CompletedItem(one.Value, Of(completed, null))
            );
}

/// <summary>A completed improvement.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="Day">The day of its completion; null when unknown.</param>
internal readonly record struct CompletedItem(Improvement Item, Since? Day)
{
    /// <summary>Returns the days since the completion; null when its exact day is unknown.</summary>
    public int? DaysUntil(DateOnly day) => Day is { IsAtLeast: false } known ? known.DaysUntil(day) : null;
}
