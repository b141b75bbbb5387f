using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Trackers;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Pulling;

/// <summary>What was done with the snapshot of one tracker.</summary>
/// <param name="Tracker">The tracker.</param>
/// <param name="File">The file of its snapshot.</param>
/// <param name="Snapshot">The snapshot that is in the file now; null when there is none.</param>
internal sealed record PulledTracker(TrackerSettings Tracker, SourceFile File, Snapshot? Snapshot)
{
    /// <summary>The number of issues that are new.</summary>
    public int Added { get; init; }

    /// <summary>The number of other issues that differ.</summary>
    public int Changed { get; init; }

    /// <summary>The number of issues that are no longer there.</summary>
    public int Removed { get; init; }

    /// <summary>The number of requests sent.</summary>
    public int Requests { get; init; }

    /// <summary>Why it was not pulled, with the remedy; null when it was.</summary>
    public (string Reason, string Remedy)? Failure { get; init; }
}

/// <summary>Pulls the issues of the trackers in the settings into their snapshots.</summary>
/// <param name="host">The environment.</param>
/// <param name="loaded">The settings.</param>
internal sealed class PullRun(Host host, LoadedSettings loaded)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    /// <summary>Whether to read all issues again, also those that did not change.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether to leave the files unchanged.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether to leave out progress messages.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Pulls each tracker. One that fails keeps its snapshot.</summary>
    /// <exception cref="InputException">The path of a snapshot leads out of the repository.</exception>
    public ImmutableArray<PulledTracker> Run() => [.. loaded.Settings.Trackers.Select(Pull)];

    /// <summary>Prints why a tracker was not pulled, and what stays.</summary>
    public static void Warn(Host host, PulledTracker pulled)
    {
        if (pulled.Failure is var (reason, remedy))
        {
            var stays = pulled.Snapshot is { } old
                ? $" The snapshot of {old.PulledAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC stays."
                : "";
            host.ErrorText.WriteLine(
                LogText.Message($"warning: {pulled.Tracker.Project} was not pulled: {reason}. {remedy}{stays}")
            );
        }
    }

    private PulledTracker Pull(TrackerSettings settings)
    {
        var path = workspace.Contained.Supplied(
            Path.GetFullPath(settings.Snapshot, loaded.BacklogsFolder),
            loaded.BacklogsFolder,
            "the snapshot"
        );
        var file = workspace.Name(path);
        var old = Old(file);
        var before = IsWhole || old is null || !IsOf(old, settings) ? null : old;
        var pulled = new PulledTracker(settings, file, old);
        var requests = 0;
        try
        {
            var tracker = TrackerList.Open(
                settings,
                host,
                FormReading.Of(loaded.Settings, host),
                IsQuiet || !host.ErrorIsTerminal ? null : Say
            );
            try
            {
                var now = tracker.Pull(before);
                Save(path, now);
                var known = (old?.Issues ?? []).DistinctBy(issue => issue.Id).ToDictionary(issue => issue.Id);
                return pulled with
                {
                    Snapshot = now,
                    Added = now.Issues.Count(issue => !known.ContainsKey(issue.Id)),
                    Changed = now.Issues.Count(issue =>
                        known.TryGetValue(issue.Id, out var same) && same.Updated != issue.Updated
                    ),
                    Removed = known.Keys.Except(now.Issues.Select(issue => issue.Id)).Count(),
                    Requests = tracker.Requests,
                };
            }
            finally
            {
                requests = tracker.Requests;
            }
        }
        catch (TrackerException failed)
        {
            return pulled with { Requests = requests, Failure = (failed.Message, failed.Remedy) };
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return pulled with
            {
                Requests = requests,
                Failure = (
                    $"{file.Path} cannot be written: {failed.Message.TrimEnd('.')}",
                    "Check that the folder can be written."
                ),
            };
        }
    }

    private void Save(string path, Snapshot snapshot)
    {
        if (!IsDryRun)
        {
            ReplacedFile.Write(path, stream => SnapshotFile.Write(stream, snapshot));
        }
    }

    /// <summary>The snapshot in a file; null when there is none, or it cannot be read.</summary>
    private static Snapshot? Old(SourceFile file)
    {
        try
        {
            return File.Exists(file.FullPath) ? SnapshotFile.Read(file) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>Whether a snapshot can be continued: with other labels or another project it is another one.</summary>
    private static bool IsOf(Snapshot snapshot, TrackerSettings settings) =>
        snapshot.Tracker == settings.Name
        && snapshot.Project == settings.Project
        && snapshot.OnlyLabels.SequenceEqual(settings.Labels);

    private void Say(string what) => host.ErrorText.WriteLine(LogText.Message(what));
}
