using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Builds the timeline of one backlog: first from the events of a log, in their order, then from its improvements.</summary>
/// <param name="tracked">The backlog.</param>
/// <param name="today">Later dates are implausible.</param>
/// <param name="events">About how many events there will be.</param>
/// <param name="identities">About how many improvements there will be.</param>
internal sealed class TimelineBuilder(TrackedBacklog tracked, DateOnly today, int events, int identities)
{
    private readonly PlausibleDays days = new(today);
    private readonly ImmutableArray<TimelineEvent>.Builder all = ImmutableArray.CreateBuilder<TimelineEvent>(events);
    private readonly Dictionary<string, DateOnly> touched = new(identities);
    private readonly Dictionary<string, Improvement> pruned = [];
    private readonly List<IgnoredDate> ignored = [];

    /// <summary>Adds an event.</summary>
    /// <param name="logged">The event.</param>
    /// <param name="key">The key of its improvement.</param>
    /// <param name="commit">The id of its commit; null for an uncommitted change.</param>
    public void Add(LoggedEvent logged, string key, string? commit) =>
        all.Add(
            new TimelineEvent(logged.Kind, key, days.Of(logged.Date, commit), commit)
            {
                Title = logged.Title,
                Score = logged.Score,
                IsFromStart = logged.IsFromStart,
            }
        );

    /// <summary>Adds an improvement that is in the backlog, or was in it last.</summary>
    public void Add(Identity identity)
    {
        touched.Add(identity.Key, days.Of(identity.Touched));
        if (identity is { IsPresent: true, Backdated: { } backdated })
        {
            ignored.Add(backdated);
        }

        if (identity is { IsPresent: false, Last: { Status: Status.Done } last })
        {
            pruned.Add(identity.Key, StatedOutcome.Completed(last.Outcome, identity.Key, last.Id, last.Title));
        }
    }

    /// <summary>Returns the timeline; null when the backlog has no revision.</summary>
    /// <param name="commitDays">See <see cref="Timeline.CommitDays"/>.</param>
    public Timeline? Build(ImmutableArray<DateOnly> commitDays) =>
        tracked.Start is not { } start
            ? null
            : new Timeline(days.Of(start), all.DrainToImmutable())
            {
                CutShortBy = tracked.CutShortBy,
                FirstCaptured = tracked.FirstCaptured is { } first ? days.Of(first) : null,
                Ignored = [.. ignored, .. days.Future],
                CommitDays = commitDays,
                Pruned = pruned,
                Renamed = tracked
                    .Present.Where(item => item.Key != item.Identity.Key)
                    .ToDictionary(item => item.Key, item => item.Identity.Key),
                Touched = touched,
            };
}
