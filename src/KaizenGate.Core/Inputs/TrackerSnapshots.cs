using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Inputs;

/// <summary>Snapshots of trackers, whose history is that of the issues.</summary>
/// <param name="query">Which history to read.</param>
internal sealed class TrackerSnapshots(HistoryQuery query) : IBacklogSource
{
    public bool Holds(SourceFile file) => SnapshotFile.Is(file);

    public ImmutableArray<Evidence> Read(ImmutableArray<SourceFile> files, ImmutableArray<InputError>.Builder errors)
    {
        var commits = Background.Run(() => TrackerCommits.Read(files, query));
        var evidence = ImmutableArray.CreateBuilder<Evidence>(files.Length);
        foreach (var file in files)
        {
            try
            {
                evidence.Add(Read(file, commits));
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return evidence.ToImmutable();
    }

    /// <summary>Why a snapshot says nothing about a time, with the remedy; null when it is fresh.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="now">The time.</param>
    /// <param name="maxAge">The age above which it says nothing.</param>
    internal static string? Stale(Snapshot snapshot, DateTimeOffset now, TimeSpan maxAge)
    {
        var age = now - snapshot.PulledAt;
        return age <= maxAge
            ? null
            : $"the issues of {snapshot.Project} were pulled {AgeOf(age)} ago, and maxAge is {AgeOf(maxAge)}; "
                + "run `dotnet kaizen pull`";
    }

    private Evidence Read(SourceFile file, Task<TrackerCommits> reading)
    {
        var snapshot = SnapshotFile.Read(file);
        var isPast = query.AsOf < query.Today;
        if (isPast)
        {
            snapshot = snapshot with
            {
                Issues =
                [
                    .. snapshot.Issues.Select(issue => IssueTimeline.At(issue, query.AsOf)).OfType<TrackerIssue>(),
                ],
            };
        }

        var events = Background.Run(() => IssueTimeline.Of(snapshot.Issues, query.AsOf));
        var backlog = SnapshotReader.Read(file, snapshot.Issues, query.OptionsFor(file).Reading);
        var history = events.GetAwaiter().GetResult();
        var commits = reading.GetAwaiter().GetResult();
        return new Evidence(
            backlog,
            history is Timeline timeline ? timeline with { CommitDays = commits.Days } : history,
            query.IsAboutChange ? commits.RangeOf(backlog, snapshot, query) : null
        )
        {
            NoHistory = commits.Problem,
            Remarks = [.. RemarksOn(snapshot)],
            Stale = query.Now is { } now && !isPast ? Stale(snapshot, now, query.MaxAgeOf(file)) : null,
        };
    }

    private static IEnumerable<string> RemarksOn(Snapshot snapshot)
    {
        if (snapshot.WithoutEvents is > 0 and var count)
        {
            yield return $"{count} of {Wording.Count(snapshot.Issues.Length, "issue")} {(count == 1 ? "goes" : "go")} by the dates of creation and closing, until `dotnet kaizen pull` reads the events";
        }
    }

    private static string AgeOf(TimeSpan age) =>
        age.TotalHours < 1 ? Wording.Count((int)Math.Ceiling(age.TotalMinutes), "minute")
        : age.TotalHours < 48 ? Wording.Count((int)age.TotalHours, "hour")
        : Wording.Count((int)age.TotalDays, "day");
}
