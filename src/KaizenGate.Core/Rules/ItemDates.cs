using System.Collections.ObjectModel;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The dates of an improvement: from the timeline, which combines commits and written dates, else from its own fields.</summary>
internal sealed class ItemDates(RuleContext context)
{
    private readonly EffectiveHistory standing = context.History;

    /// <summary>The day it was captured; null when unknown.</summary>
    public Since? Captured(Improvement item) => Captured(item, context.Timeline, standing);

    /// <inheritdoc cref="Captured(Improvement)"/>
    public static Since? Captured(Improvement item, Timeline? timeline, EffectiveHistory standing) =>
        Of(LifeOf(item, timeline, standing)?.Captured, item.Captured);

    /// <summary>The day it was last started; null when unknown or never.</summary>
    public Since? Started(Improvement item) => Of(LifeOf(item)?.LastStarted, item.Started);

    /// <summary>The day it was completed; null when unknown or not completed.</summary>
    public Since? Completed(Improvement item) =>
        item.Status is Status.Done ? Of(LifeOf(item)?.Completed, item.Completed) : null;

    /// <summary>
    /// Returns the completed improvements of the file and its archive, and those that were removed from both, with the days of their
    /// completion; null for an unknown one.
    /// </summary>
    public IEnumerable<(Improvement Item, Since? Completed)> Completions() =>
        context
            .Backlog.WithArchive.Where(item => item.Status is Status.Done)
            .Select(item => (item, Completed(item)))
            .Concat(
                from one in context.Timeline?.Pruned ?? ReadOnlyDictionary<string, Improvement>.Empty
                let completed = standing.Find(one.Key)?.Completed
                where completed is not null
                select (one.Value, Of(completed, null))
            );

    /// <summary>Whether an improvement of <see cref="Completions"/> was removed from the file and its archive.</summary>
    public bool IsPruned(Improvement item) =>
        context.Timeline?.Pruned.TryGetValue(item.Key, out var pruned) is true && ReferenceEquals(pruned, item);

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

        if (context.Timeline is { } timeline)
        {
            var key = timeline.KeyOf(item);
            var life = standing.Find(key);
            Newer(life?.Captured?.Date);
            Newer(life?.LastStarted?.Date);
            Newer(life?.Departed?.Date);
            Newer(timeline.Touched.TryGetValue(key, out var touched) ? touched : null);
        }

        return newest is { } day
            ? new(day, context.Timeline is { CutShortBy: not null, Start: var start } && day <= start)
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

    private ItemLifecycle? LifeOf(Improvement item) => LifeOf(item, context.Timeline, standing);

    private static ItemLifecycle? LifeOf(Improvement item, Timeline? timeline, EffectiveHistory standing) =>
        timeline is null ? null : standing.Find(timeline.KeyOf(item));
}
