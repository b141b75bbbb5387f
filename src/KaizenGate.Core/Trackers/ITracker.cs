using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Trackers;

/// <summary>A server whose issues are a backlog.</summary>
internal interface ITracker
{
    /// <summary>The number of requests sent.</summary>
    int Requests { get; }

    /// <summary>Reads what changed since a snapshot.</summary>
    /// <param name="before">The snapshot; null to read everything.</param>
    /// <returns>The new snapshot. The same requests in several pulls lead to the same snapshot as in one.</returns>
    /// <exception cref="TrackerException">It cannot be read completely.</exception>
    Snapshot Pull(Snapshot? before);

    /// <summary>Reads an issue as it is now.</summary>
    /// <param name="id">Its id: <c>#12</c>.</param>
    /// <exception cref="TrackerException">It cannot be read.</exception>
    FetchedIssue Fetch(string id);

    /// <summary>Changes an issue.</summary>
    /// <exception cref="TrackerException">The change is refused; nothing is changed.</exception>
    AppliedChange Apply(FetchedIssue issue, IssueChange change);

    /// <summary>Makes an issue what it was before a change, and its comment too.</summary>
    /// <param name="before">The issue before the change.</param>
    /// <param name="applied">The change.</param>
    /// <exception cref="TrackerException">It is refused, or the issue changed since; nothing is changed.</exception>
    AppliedChange TakeBack(FetchedIssue before, AppliedChange applied);

    /// <summary>Files an issue.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="fields">What its body states.</param>
    /// <exception cref="TrackerException">It is refused.</exception>
    AppliedChange File(string title, ImmutableArray<(FieldDefinition Field, string Text)> fields);
}

/// <summary>An issue as the server has it now.</summary>
/// <param name="Issue">What the gate knows of it.</param>
/// <param name="Body">Its body.</param>
internal sealed record FetchedIssue(TrackerIssue Issue, string Body);

/// <summary>An issue after a change.</summary>
/// <param name="Now">What the server answered.</param>
/// <param name="Warnings">What it did not take, as sentences without a full stop.</param>
internal sealed record AppliedChange(FetchedIssue Now, ImmutableArray<string> Warnings)
{
    /// <summary>The comment that was written; null for none.</summary>
    public WrittenComment? Comment { get; init; }
}

/// <summary>A comment that was written on an issue.</summary>
/// <param name="Path">Its path below the API.</param>
/// <param name="Before">Its text before; null for a new one.</param>
internal sealed record WrittenComment(string Path, string? Before);
