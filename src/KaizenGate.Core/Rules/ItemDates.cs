using KaizenGate.Backlogs;
using KaizenGate.History;

namespace KaizenGate.Rules;

/// <summary>When things happened to an improvement: by its own dates, else by the timeline.</summary>
internal sealed class ItemDates(RuleContext context)
{
    private readonly Lazy<ILookup<string, TimelineEvent>> events = new(() =>
        (context.Timeline?.Events ?? []).ToLookup(happened => happened.Key)
    );

    /// <summary>The day it was captured; null when nothing tells.</summary>
    public DateOnly? Captured(Improvement item) =>
        item.Captured?.Value ?? First(item, TimelineEventKind.Captured)?.Date;

    /// <summary>Whether it is or ever was in progress.</summary>
    public bool WasStarted(Improvement item) =>
        item.Status is Status.InProgress
        || item.Started is not null
        || First(item, TimelineEventKind.Started) is not null;

    /// <summary>Whether anything tells when it was completed.</summary>
    public bool IsCompletionDated(Improvement item) =>
        item.Completed is not null || First(item, TimelineEventKind.Completed) is not null;

    /// <summary>The newest date that it carries, plans included, or that the timeline has for it; null when there is none.</summary>
    public DateOnly? LastTouched(Improvement item)
    {
        DateOnly? newest = null;
        foreach (var date in Own(item).Concat(events.Value[KeyOf(item)].Select(happened => happened.Date)))
        {
            newest = newest is null || date > newest ? date : newest;
        }

        return newest;
    }

    private static IEnumerable<DateOnly> Own(Improvement item) =>
        new[] { item.Captured, item.Started, item.TargetDate, item.Completed, item.ReviewDate }
            .OfType<Written<DateOnly>>()
            .Select(written => written.Value);

    private TimelineEvent? First(Improvement item, TimelineEventKind kind) =>
        context.Timeline is null ? null : events.Value[KeyOf(item)].FirstOrDefault(happened => happened.Kind == kind);

    private string KeyOf(Improvement item) => context.Timeline?.KeyOf(item) ?? item.Key;
}
