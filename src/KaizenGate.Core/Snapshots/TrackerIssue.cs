namespace KaizenGate.Core.Snapshots;

/// <summary>Whether and how an issue is closed.</summary>
internal enum IssueState
{
    Open,

    /// <summary>Closed as completed.</summary>
    Done,

    /// <summary>Closed without being done: not planned, or a duplicate.</summary>
    Rejected,
}

/// <summary>An issue of a tracker, with what improvements have: no prose of its body, and no comments.</summary>
internal sealed record TrackerIssue
{
    /// <summary>The number that people use: <c>#12</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The address of its page; null when it has none that is safe to link.</summary>
    public string? Address { get; init; }

    public required string Title { get; init; }

    public IssueState State { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Why it was closed, in the tracker's words: <c>not planned</c>; null when the tracker has none.</summary>
    public string? Reason { get; init; }

    /// <summary>The login of who filed it; null when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>The logins of its assignees, separated by commas; null for none.</summary>
    public string? Assignee { get; init; }

    public DateOnly? Due { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The fields of the tracker and those in the body, each with its label as written.</summary>
    public ImmutableArray<(string Label, string Text)> Fields { get; init; } = [];

    /// <summary>The number of tasks in its body.</summary>
    public int Tasks { get; init; }

    /// <summary>The number of <see cref="Tasks"/> that are checked off.</summary>
    public int TasksDone { get; init; }

    /// <summary>Its line in the file of the snapshot; the start of the file for an issue that was not read from one.</summary>
    public SourceSpan Place { get; init; } = SourceSpan.FileStart;

    /// <summary>What happened to it, in order of time.</summary>
    public ImmutableArray<IssueEvent> Events { get; init; } = [];

    /// <summary>Whether something happened to it that is not in <see cref="Events"/>, until a pull reads that.</summary>
    public bool LacksEvents { get; init; }

    /// <summary>Returns it with what is known of its events.</summary>
    /// <param name="known">The issue as it was known; null for a new one.</param>
    public TrackerIssue After(TrackerIssue? known) =>
        this with
        {
            Events = known?.Events ?? [],
            LacksEvents = known is null || known.LacksEvents || known.Updated != Updated,
        };
}

/// <summary>The kind of an event that changes what an issue is for the gate.</summary>
internal enum IssueEventKind
{
    Closed,
    Reopened,
    Labeled,
    Unlabeled,
}

/// <summary>A change of an issue.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="At">The time.</param>
/// <param name="Text">The label; for a closing the state that it led to, <c>done</c> or <c>rejected</c>; else null.</param>
/// <param name="By">The login; null when unknown.</param>
/// <param name="Commit">The full id of the commit that closed it; null for none.</param>
internal readonly record struct IssueEvent(
    IssueEventKind Kind,
    DateTimeOffset At,
    string? Text = null,
    string? By = null,
    string? Commit = null
);
