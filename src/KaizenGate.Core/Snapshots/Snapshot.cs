namespace KaizenGate.Core.Snapshots;

/// <summary>The issues of a tracker as they were when they were pulled. A check reads them from a file and asks no server.</summary>
internal sealed record Snapshot
{
    /// <summary>The kind of tracker: <c>github</c> or <c>gitlab</c>.</summary>
    public required string Tracker { get; init; }

    /// <summary>The project: <c>owner/name</c>.</summary>
    public required string Project { get; init; }

    /// <summary>When it was pulled last.</summary>
    public required DateTimeOffset PulledAt { get; init; }

    /// <summary>When all issues were pulled last: issues that are deleted since are still in it.</summary>
    public required DateTimeOffset WholeAt { get; init; }

    /// <summary>The time from which on changes are asked for; null to ask for everything.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The entity tag of the last answer to a request for changes; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The newest event that was read, in the form of the tracker; null when none was read.</summary>
    public string? LastEvent { get; init; }

    /// <summary>The labels of which an issue needs one to be an improvement; empty when every issue is one.</summary>
    public ImmutableArray<string> OnlyLabels { get; init; } = [];

    /// <summary>The issues in the order of their numbers.</summary>
    public ImmutableArray<TrackerIssue> Issues { get; init; } = [];

    /// <summary>The number of issues that go by their dates, because no pull read their events yet.</summary>
    public int WithoutEvents => Issues.Count(issue => issue.LacksEvents && issue.Updated <= PulledAt);
}
