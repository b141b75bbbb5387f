namespace KaizenGate.Core.Timelines;

/// <summary>The events of one improvement that are still in effect.</summary>
/// <param name="key">See <see cref="Key"/>.</param>
internal sealed class ItemLifecycle(string key)
{
    /// <summary>The key of its events; see <see cref="Timeline.KeyOf"/>.</summary>
    public string Key { get; } = key;

    /// <summary>Null when the timeline has no capture.</summary>
    public TimelineEvent? Captured { get; private set; }

    /// <summary>The first start.</summary>
    public TimelineEvent? FirstStarted { get; private set; }

    /// <summary>The last start.</summary>
    public TimelineEvent? LastStarted { get; private set; }

    /// <summary>
    /// The last completion, rejection or drop, unless a reopening undid it. Null while it is open, deferred or not.
    /// </summary>
    public TimelineEvent? Departed { get; private set; }

    /// <summary>Null when it is not done.</summary>
    public TimelineEvent? Completed => Departed?.Kind is TimelineEventKind.Completed ? Departed : null;

    public TimelineEvent? Rejected => Departed?.Kind is TimelineEventKind.Rejected ? Departed : null;

    /// <summary>Its removal while it was open, if it did not return.</summary>
    public TimelineEvent? Dropped => Departed?.Kind is TimelineEventKind.Dropped ? Departed : null;

    /// <summary>Whether it is in the backlog and neither done nor rejected.</summary>
    public bool IsOpen => Departed is null;

    /// <summary>
    /// Whole days from the first start to the completion; null when it is not done, when one of the two dates is only an upper
    /// bound, or when the completion is before the start.
    /// </summary>
    public int? CycleDays => DaysFrom(FirstStarted);

    /// <summary>Whole days from the capture to the completion; null as for <see cref="CycleDays"/>.</summary>
    public int? LeadDays => DaysFrom(Captured);

    /// <summary>Applies the next event. Only while the history is built: a copy for each of many thousand events would take time.</summary>
    public void Apply(TimelineEvent next)
    {
        switch (next.Kind)
        {
            case TimelineEventKind.Captured:
                Captured ??= next;
                break;
            case TimelineEventKind.Started:
                FirstStarted ??= next;
                LastStarted = next;
                break;
            case TimelineEventKind.Completed or TimelineEventKind.Rejected or TimelineEventKind.Dropped:
                Departed = next;
                break;
            case TimelineEventKind.Reopened:
                Departed = null;
                break;
        }
    }

    private int? DaysFrom(TimelineEvent? from) =>
        from is { IsFromStart: false }
        && Completed is { IsFromStart: false } completed
        && completed.Date.DayNumber - from.Date.DayNumber is >= 0 and var days
            ? days
            : null;
}
