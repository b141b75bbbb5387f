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
    private readonly ReadingOptions reading = FormReading.Of(loaded.Settings, host);
    private ITracker? opened;
    private (Snapshot Snapshot, Backlog Backlog)? read;

    /// <summary>The improvements of the snapshot.</summary>
    public Backlog Backlog => Known.Backlog;

    private (Snapshot Snapshot, Backlog Backlog) Known => read ??= Read();

    /// <summary>Changes one improvement by a step that edits Markdown.</summary>
    /// <param name="name">Its id or title.</param>
    /// <param name="isDryRun">Whether to change nothing.</param>
    /// <param name="step">Returns the backlog after the change, and the improvement in it.</param>
    /// <exception cref="InputException">It is not found, or the change is refused.</exception>
    public ChangedItem Change(
        string name,
        bool isDryRun,
        Func<EditableBacklog, Improvement, (EditableBacklog After, Improvement Item)> step
    )
    {
        var (_, item) = ItemSearch.Find([Backlog], name);
        if (isDryRun)
        {
            var (edit, after) = Step(item);
            return new(edit, after, () => { });
        }

        return With(
            item.Address,
            tracker =>
            {
                // What others changed since the pull counts.
                var before = tracker.Fetch(item.Id!);
                var now = ReadIssue(before.Issue);
                var (edit, after) = Step(now);
                var change = IssueChange.Between(before, now, after, StartLabelOf(Known.Snapshot), reading);
                ThrowUnlessRead(before, now, change);
                var applied = change.IsEmpty ? new AppliedChange(before, []) : tracker.Apply(before, change);
                return new ChangedItem(edit, Keep(applied) ?? after, () => TakeBack(before, applied));
            }
        );

        (BacklogEdit Edit, Improvement After) Step(Improvement of)
        {
            var before = IssueDocument.Of(file, of, reading);
            var item = before.Backlog.Improvements[0];
            try
            {
                var (document, changed) = step(before, item);
                return (new BacklogEdit(file, before, document), IssueDocument.Restored(changed, of));
            }
            catch (InputException refused) when (refused.Error.Path == before.Backlog.File.Path)
            {
                // The place and the title are those of the document.
                throw new InputException(
                    refused.Error.Message.Replace(item.Name, of.Name, StringComparison.Ordinal),
                    refused.Error.Help,
                    of.Address ?? file.Path
                );
            }
        }
    }

    /// <summary>Throws what <see cref="Change"/> throws if the settings do not allow changes.</summary>
    /// <param name="address">The address of an issue that is to be changed.</param>
    public void ThrowUnlessAllowed(string? address) => _ = SettingsOf(address);

    /// <summary>Files improvements as issues.</summary>
    /// <exception cref="InputException">One is refused; the error names those before it, which are filed.</exception>
    public ImmutableArray<Improvement> Add(ImmutableArray<NewItem> items)
    {
        var filed = ImmutableArray.CreateBuilder<Improvement>();
        try
        {
            foreach (var item in items)
            {
                filed.Add(With(null, tracker => File(tracker, item)));
            }
        }
        catch (InputException refused) when (filed.Count > 0)
        {
            throw new InputException(
                refused.Error with
                {
                    Message =
                        $"{refused.Error.Message}; filed: {string.Join(", ", filed.Select(item => item.Id))}; not filed: {string.Join(", ", items.Skip(filed.Count).Select(item => Quote.Of(item.Title)))}",
                }
            );
        }

        return filed.ToImmutable();
    }

    private Improvement File(ITracker tracker, NewItem item)
    {
        var applied = tracker.File(item.Title, [.. item.Fields.Select(one => (one.Field, one.Value))]);
        return Keep(applied) ?? ReadIssue(applied.Now.Issue);
    }

    /// <summary>Throws when a changed field stays what it is, because the tracker has a field of its own for it, which counts first.</summary>
    private void ThrowUnlessRead(FetchedIssue before, Improvement now, IssueChange change)
    {
        if (change.Body is not { } body)
        {
            return;
        }

        var ofTracker = before.Issue.Fields[..^IssueFields.Of(before.Body, reading).Fields.Length];
        var after = ReadIssue(before.Issue with { Fields = [.. ofTracker, .. IssueFields.Of(body, reading).Fields] });
        foreach (var field in change.Stated)
        {
            if (TextOf(now, field) is { } text && TextOf(after, field) == text)
            {
                throw new InputException(
                    $"{field.Words} of {now.Id} is {Quote.Of(text)} in a field of the tracker itself, which counts before the body",
                    $"Change it at {now.Address ?? "its page"}."
                );
            }
        }

        static string? TextOf(Improvement item, FieldDefinition field) =>
            item.FirstField(one => one.Definition == field && one.Text.Length > 0)?.Text;
    }

    private void TakeBack(FetchedIssue before, AppliedChange applied) =>
        With(before.Issue.Address, tracker => Keep(tracker.TakeBack(before, applied)));

    private T With<T>(string? address, Func<ITracker, T> use)
    {
        var settings = SettingsOf(address);
        try
        {
            return use(opened ??= TrackerList.Open(settings, host, reading));
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
    /// <returns>The improvement in the snapshot as it is now; null when it is not there.</returns>
    private Improvement? Keep(AppliedChange applied)
    {
        foreach (var warning in applied.Warnings)
        {
            host.ErrorText.WriteLine(LogText.Message($"warning: {warning}."));
        }

        var now = applied.Now.Issue;
        var snapshot = SnapshotFile.Read(file);
        var known = snapshot.Issues.FirstOrDefault(issue => issue.Id == now.Id);
        var others = snapshot.Issues.Where(issue => issue.Id != now.Id);
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
                                    .Append(now.After(known))
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

        read = null;
        return Backlog.Improvements.FirstOrDefault(item => item.Id == now.Id);
    }

    private (Snapshot Snapshot, Backlog Backlog) Read()
    {
        var snapshot = SnapshotFile.Read(file);
        return (snapshot, SnapshotReader.Read(file, snapshot.Issues, reading));
    }

    private Improvement ReadIssue(TrackerIssue issue) => SnapshotReader.Read(file, [issue], reading).Improvements[0];

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

/// <summary>An improvement that a command changed.</summary>
/// <param name="Edit">The edit of its file or, for an issue, of a document about it.</param>
/// <param name="Item">The improvement after that.</param>
/// <param name="TakeBack">Makes it what it was, and throws <see cref="InputException"/> if it changed since.</param>
internal sealed record ChangedItem(BacklogEdit Edit, Improvement Item, Action TakeBack);
