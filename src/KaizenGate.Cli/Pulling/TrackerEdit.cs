using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Trackers;

namespace KaizenGate.Cli.Pulling;

/// <summary>Changes issues of a tracker, and the snapshot with them.</summary>
/// <param name="host">The environment.</param>
/// <param name="loaded">The settings.</param>
/// <param name="file">The file of the snapshot.</param>
internal sealed class TrackerEdit(Host host, LoadedSettings loaded, SourceFile file)
{
    private readonly ReadingOptions reading = SettingsOptions.ReadingOf(loaded.Settings);

    /// <summary>Changes one improvement by a step that edits Markdown.</summary>
    /// <param name="name">Its id or title.</param>
    /// <param name="isDryRun">Whether to change nothing.</param>
    /// <param name="step">Returns the backlog after the change, and the improvement in it.</param>
    /// <exception cref="InputException">It is not found, or the change is refused.</exception>
    public (BacklogEdit Edit, Improvement Item) Change(
        string name,
        bool isDryRun,
        Func<EditableBacklog, Improvement, (EditableBacklog After, Improvement Item)> step
    )
    {
        var snapshot = SnapshotFile.Read(file);
        var (_, item) = ItemSearch.Find([ReadIssues(snapshot)], name);
        if (isDryRun)
        {
            return Step(item, out _);
        }

        return With(
            item.Address,
            tracker =>
            {
                // What others changed since the pull counts.
                var fetched = tracker.Fetch(item.Id!);
                var now = ReadIssue(fetched.Issue);
                var edit = Step(now, out var after);
                var change = IssueChange.Between(fetched.Issue, now, after, StartLabelOf(snapshot));
                var applied = change.IsEmpty ? new AppliedChange(fetched.Issue, []) : tracker.Apply(fetched, change);
                Keep(applied);
                return (edit.Edit, Placed(applied.Issue) ?? after);
            }
        );

        (BacklogEdit Edit, Improvement Item) Step(Improvement of, out Improvement after)
        {
            var before = IssueDocument.Of(file, of, reading);
            var (document, changed) = step(before, before.Backlog.Improvements[0]);
            after = IssueDocument.Restored(changed, of);
            return (new BacklogEdit(file, before, document), after);
        }
    }

    /// <summary>Files improvements as issues.</summary>
    /// <exception cref="InputException">One is refused; those before it are filed.</exception>
    public ImmutableArray<Improvement> Add(ImmutableArray<NewItem> items) =>
        With(
            null,
            tracker =>
                items
                    .Select(item =>
                    {
                        var applied = tracker.File(item.Title, [.. item.Fields.Select(one => (one.Field, one.Value))]);
                        Keep(applied);
                        return Placed(applied.Issue) ?? ReadIssue(applied.Issue);
                    })
                    .ToImmutableArray()
        );

    /// <summary>The improvements of the snapshot.</summary>
    public Backlog Backlog() => ReadIssues(SnapshotFile.Read(file));

    private T With<T>(string? address, Func<ITracker, T> use)
    {
        var settings = SettingsOf(address);
        try
        {
            using var tracker = TrackerList.Open(settings, host, reading);
            return use(tracker);
        }
        catch (TrackerException failed)
        {
            throw new InputException($"{settings.Project}: {failed.Message}", failed.Remedy);
        }
    }

    /// <exception cref="InputException">The settings do not allow changes.</exception>
    private TrackerSettings SettingsOf(string? address)
    {
        var settings = loaded.Settings.Trackers.FirstOrDefault(tracker =>
            RealPath.Of(Path.GetFullPath(tracker.Snapshot, loaded.BacklogsFolder)) == RealPath.Of(file.FullPath)
        );
        return settings is { MayWrite: true }
            ? settings
            : throw new InputException(
                settings is null
                    ? $"{file.Path} is a snapshot of a tracker that is not in the settings"
                    : $"the settings do not allow changes of {settings.Project}",
                settings is null ? "Add the tracker to `backlogs` in kaizen.json."
                    : address is null ? "Add \"write\": true to the tracker in kaizen.json."
                    : $"Add \"write\": true to the tracker in kaizen.json, or change it at {address}."
            );
    }

    /// <summary>Writes the answer of the server into the snapshot, and prints its warnings.</summary>
    private void Keep(AppliedChange applied)
    {
        foreach (var warning in applied.Warnings)
        {
            host.ErrorText.WriteLine(LogText.Message($"warning: {warning}."));
        }

        var snapshot = SnapshotFile.Read(file);
        var others = snapshot.Issues.Where(issue => issue.Id != applied.Issue.Id);
        var events = snapshot.Issues.FirstOrDefault(issue => issue.Id == applied.Issue.Id)?.Events ?? [];
        try
        {
            ReplacedFile.Write(
                file.FullPath,
                stream =>
                    SnapshotFile.Write(
                        stream,
                        snapshot with
                        {
                            Issues =
                            [
                                .. others
                                    .Append(applied.Issue with { Events = events })
                                    .OrderBy(issue => issue.Id.Length)
                                    .ThenBy(issue => issue.Id, StringComparer.Ordinal),
                            ],
                        }
                    )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.ErrorText.WriteLine(
                LogText.Message(
                    $"warning: the issue is changed, but {file.Path} cannot be written: {e.Message.TrimEnd('.')}. Pull again."
                )
            );
        }
    }

    /// <summary>The improvement of an issue in the snapshot as it is now; null when it is not there.</summary>
    private Improvement? Placed(TrackerIssue issue) =>
        Backlog().Improvements.FirstOrDefault(item => item.Id == issue.Id);

    private Backlog ReadIssues(Snapshot snapshot) =>
        SnapshotReader.Read(file, TextFile.Read(file, SnapshotFile.MaxBytes), snapshot.Issues, reading);

    private Improvement ReadIssue(TrackerIssue issue) =>
        SnapshotReader.Read(file, new TextFile("", null), [issue with { Line = 0 }], reading).Improvements[0];

    /// <summary>The label for work in progress that the project uses most; else <c>in progress</c>.</summary>
    private static string StartLabelOf(Snapshot snapshot) =>
        snapshot
            .Issues.SelectMany(issue => issue.Labels)
            .Where(label => IssueStatus.OfLabel(label) is Status.InProgress)
            .GroupBy(label => label)
            .MaxBy(same => same.Count())
            ?.Key
        ?? "in progress";
}
