using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The history of a backlog on a page: the revisions in its repository.</summary>
internal sealed record ExampleHistory
{
    public static ExampleHistory None { get; } = new();

    /// <summary>The commits of the file, the oldest first.</summary>
    public ImmutableArray<(DateOnly Day, string Text)> Revisions { get; init; } = [];

    /// <summary>The days of commits that leave the file as it is.</summary>
    public ImmutableArray<DateOnly> OtherCommits { get; init; } = [];

    /// <summary>The change to check is everything captured after this day; null without a change.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether the uncommitted part is the change to check.</summary>
    public bool IsStaged { get; init; }

    /// <summary>Why the change captures nothing; null when it does not say.</summary>
    public string? Excuse { get; init; }

    /// <summary>Why the change captures more than it closes; null when it does not say.</summary>
    public string? More { get; init; }

    /// <summary>Whether the repository is a shallow clone.</summary>
    public bool IsShallow { get; init; }

    /// <summary>The input of the check.</summary>
    /// <param name="backlog">As it is today.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="options">How its revisions are read.</param>
    public Evidence Evidence(Backlog backlog, DateOnly asOf, ReadingOptions options)
    {
        if (IsShallow)
        {
            return new(backlog, new NoHistory("shallow clone: fetch with depth 0"));
        }

        if (Revisions.IsEmpty)
        {
            return new(backlog, WrittenDates.Read(backlog, asOf));
        }

        var log = new EventLog(1);
        var states = new ItemStates();
        for (var at = 0; at < Revisions.Length; at++)
        {
            var (day, text) = Revisions[at];
            Apply(new($"{at + 1:x40}", day), BacklogReader.Read(backlog.File, text, options));
        }

        Apply(new(null, asOf), backlog);
        ImmutableArray<DateOnly> days =
        [
            .. Revisions.Select(revision => revision.Day).Concat(OtherCommits).Distinct().Order(),
        ];
        var timeline = log.TimelineOf(0, days, asOf)!;
        var known = IsStaged ? Revisions.Length : Revisions.TakeWhile(revision => revision.Day <= Since).Count();
        var before = known == 0 ? null : BacklogReader.Read(backlog.File, Revisions[known - 1].Text, options);
        return new(backlog, timeline, RangeOf(timeline, before, backlog));

        void Apply(CommitStamp commit, Backlog revision) =>
            log.Apply(
                commit,
                [new(0, 0, states.Of(revision.Improvements)) { Retention = Retention.Of(revision, commit.Day) }]
            );
    }

    private ChangeRange? RangeOf(Timeline timeline, Backlog? before, Backlog now)
    {
        if (Since is null && !IsStaged)
        {
            return null;
        }

        var known = Revisions.TakeWhile(revision => !IsStaged && revision.Day <= Since).Count();
        var commits = Enumerable
            .Range(1, IsStaged ? Revisions.Length : known)
            .Select(number => $"{number:x40}")
            .ToHashSet();
        ImmutableHashSet<string> captured =
        [
            .. timeline
                .Events.Where(happened =>
                    happened.Kind is TimelineEventKind.Captured && !commits.Contains(happened.Commit ?? "")
                )
                .Select(happened => happened.Key),
        ];
        return new()
        {
            Description = IsStaged ? "in the staged changes" : "since main",
            Captured = captured,
            Changed = captured,
            CapturedInAll = captured.Count,
            SightedInAll = now.Improvements.Count(item =>
                before?.Improvements.FirstOrDefault(one => one.Key == item.Key) is { } old
                && item.Sightings.Length > old.Sightings.Length
            ),
            Delta = new(captured.Count, captured.Count, 0),
            NoCaptureReasons = Excuse is null ? [] : [Excuse],
            InflowReasons = More is null ? [] : [More],
            HasNoMessage = IsStaged && Excuse is null,
        };
    }
}
