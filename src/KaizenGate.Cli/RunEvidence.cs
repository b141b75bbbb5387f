using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Reading;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli;

/// <summary>Finds and reads the backlogs of a run with their past.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="workspace">The working folder.</param>
/// <param name="paths">The backlogs that were asked for; none: find them.</param>
/// <param name="asOf">Today.</param>
internal sealed class RunEvidence(Host host, Workspace workspace, IReadOnlyList<string> paths, DateOnly asOf)
{
    /// <summary>The change that is judged.</summary>
    public Change Change { get; init; } = Change.None;

    /// <summary>Whether nothing but the outcome is wanted.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Reads everything, so that one run names all that cannot be read.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="inputs">Receives the absolute paths of all that is read.</param>
    /// <param name="errors">What cannot be read, or a history that cannot be seen and must.</param>
    /// <exception cref="InputException">A path is wrong.</exception>
    public ImmutableArray<Evidence> Read(
        LoadedSettings loaded,
        List<string> inputs,
        out ImmutableArray<InputError> errors
    )
    {
        var settings = loaded.Settings;
        var finder = new BacklogFinder(workspace, settings.Archive);
        using var progress = WalkProgress.For(host, IsQuiet);
        var query = new HistoryQuery
        {
            WorkingFolder = workspace.Folder,
            Environment = host.Environment,
            Reading = new ReadingOptions
            {
                Scoring = settings.Scoring,
                Labels = settings.Fields,
                MaxFileBytes = settings.MaxFileBytes,
            },
            Archive = settings.Archive,
            AsOf = asOf,
            Version = host.Version,
            ReadPast = settings.History is not HistoryUse.Off,
            Since = Change.Since,
            Staged = Change.IsStaged,
            Progress = progress is null ? null : progress.Show,
        };
        var files = Find(finder, loaded);
        files = files.IsEmpty && Change.IsStaged ? EvidenceReader.FindStaged(workspace, query) : files;
        inputs.AddRange(files.Select(file => file.FullPath));
        inputs.AddRange(files.Select(finder.ArchiveOf).OfType<SourceFile>().Select(file => file.FullPath));
        var evidence = EvidenceReader.Read(files, finder.ArchiveOf, query, out errors);
        if (errors.IsEmpty && settings.History is HistoryUse.Required)
        {
            errors = [.. evidence.Where(one => one.NoHistory is not null).Select(Unseen)];
        }

        return evidence;
    }

    private ImmutableArray<SourceFile> Find(BacklogFinder finder, LoadedSettings loaded) =>
        paths.Count > 0 ? finder.At(paths)
        : loaded.Settings.Backlogs.IsEmpty ? finder.Usual()
        : finder.Matching(loaded.Settings.Backlogs, loaded.BaseFolder);

    private static InputError Unseen(Evidence evidence) =>
        new(
            $"its history is required and cannot be seen: {evidence.NoHistory}",
            "Or run it without --require-history.",
            evidence.Backlog.File.Path
        );
}
