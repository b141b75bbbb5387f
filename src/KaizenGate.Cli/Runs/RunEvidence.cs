using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Inputs;
using KaizenGate.Metrics;
using KaizenGate.Reading;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Finds and reads the backlogs of a run with their past.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="workspace">The working folder.</param>
/// <param name="paths">The backlogs that were asked for; none: find them.</param>
/// <param name="asOf">Today.</param>
internal sealed class RunEvidence(Host host, Workspace workspace, IReadOnlyList<string> paths, DateOnly asOf)
{
    private readonly Dictionary<string, LoadedSettings> own = new(StringComparer.Ordinal);

    /// <summary>The change that is judged.</summary>
    public Change Change { get; init; } = Change.None;

    /// <summary>Whether nothing but the outcome is wanted.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The backlogs that were not read, since only those are judged that the change touches.</summary>
    public ImmutableArray<SourceFile> Untouched { get; private set; } = [];

    /// <summary>Reads everything, so that one run names all that cannot be read.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="inputs">Receives the absolute paths of all that is read.</param>
    /// <param name="errors">What cannot be read, or a history that cannot be seen and must.</param>
    /// <exception cref="InputException">A path is wrong, or the settings of a backlog are.</exception>
    public ImmutableArray<Evidence> Read(
        LoadedSettings loaded,
        List<string> inputs,
        out ImmutableArray<InputError> errors
    )
    {
        var settings = loaded.Settings;
        var finder = new BacklogFinder(workspace, path => Own(loaded, path).Settings.Archive);
        using var progress = WalkProgress.For(host, IsQuiet);
        var query = new HistoryQuery
        {
            WorkingFolder = workspace.Folder,
            Environment = host.Environment,
            Reading = ReadingOf(settings),
            Archive = settings.Archive,
            WayOf = file => WayOf(Own(loaded, file.FullPath).Settings),
            AsOf = asOf,
            Version = host.Version,
            ReadPast = settings.History is not HistoryUse.Off,
            Since = Change.Since,
            Staged = Change.IsStaged,
            Progress = progress is null ? null : progress.Show,
        };
        var files = Find(finder, loaded);
        files = files.IsEmpty && Change.IsStaged ? Repositories.FindStaged(workspace, query) : files;
        inputs.AddRange(files.Select(file => file.FullPath));
        inputs.AddRange(files.Select(finder.ArchiveOf).OfType<SourceFile>().Select(file => file.FullPath));
        inputs.AddRange(files.SelectMany(file => Own(loaded, file.FullPath).Files));
        var touched = Change.IsOnly ? TouchedBacklogs.Find(files, file => Belonging(loaded, file), query) : files;
        Untouched = [.. files.Except(touched)];
        if (touched.IsEmpty && !Untouched.IsEmpty)
        {
            return ReadUntouched(finder, query, out errors);
        }

        var recorded = MetricFiles.Read(loaded, workspace, inputs);
        var evidence = EvidenceReader.Read(
            touched,
            finder.ArchiveOf,
            query,
            out errors,
            file => Own(loaded, file.FullPath),
            recorded
        );
        if (errors.IsEmpty && settings.History is HistoryUse.Required)
        {
            errors = [.. evidence.Where(one => one.NoHistory is not null).Select(Unseen)];
        }

        return evidence;
    }

    /// <summary>The settings of a backlog.</summary>
    private LoadedSettings Own(LoadedSettings loaded, string path)
    {
        if (!own.TryGetValue(path, out var settings))
        {
            settings = loaded.Of(RealPath.Of(path));
            own.Add(path, settings);
        }

        return settings;
    }

    /// <summary>Reads everything, or says what cannot be read.</summary>
    /// <returns>At least one backlog; null when something cannot be read.</returns>
    /// <exception cref="InputException">A path is wrong, or there is no backlog.</exception>
    public ImmutableArray<Evidence>? ReadOrTell(LoadedSettings loaded)
    {
        var evidence = Read(loaded, [], out var errors);
        foreach (var error in errors)
        {
            host.Tell(error);
        }

        return !errors.IsEmpty ? null
            : !evidence.IsEmpty ? evidence
            : throw new InputException(
                new InputError("no backlog was found", "Name one, or set `backlogs` in kaizen.json.")
            );
    }

    /// <summary>How the settings say that a backlog is read.</summary>
    public static ReadingOptions ReadingOf(GateSettings settings) =>
        new()
        {
            Scoring = settings.Scoring,
            Labels = settings.Fields,
            MaxFileBytes = settings.MaxFileBytes,
        };

    private static ReadingWay WayOf(GateSettings settings) => new(ReadingOf(settings), settings.Archive);

    /// <summary>The files beside a backlog by which it is judged.</summary>
    private IEnumerable<string> Belonging(LoadedSettings loaded, SourceFile file) =>
        loaded
            .Governing(RealPath.Of(file.FullPath))
            .Prepend(ArchivePath.Of(file.FullPath, Own(loaded, file.FullPath).Settings.Archive));

    /// <summary>Whatever a change touches, it had to capture something: the first backlog, or the first that is staged, stands for all when that is judged.</summary>
    private ImmutableArray<Evidence> ReadUntouched(
        BacklogFinder finder,
        HistoryQuery query,
        out ImmutableArray<InputError> errors
    )
    {
        query = query with { ReadPast = false };
        foreach (var file in Untouched)
        {
            var evidence = EvidenceReader.Read([file], finder.ArchiveOf, query, out errors);
            if (errors.IsEmpty || !Change.IsStaged)
            {
                return Stand(evidence);
            }
        }

        // Git knows none of them yet, so that the commit has no part in any.
        return Stand(EvidenceReader.Read([Untouched[0]], finder.ArchiveOf, query with { Staged = false }, out errors));

        static ImmutableArray<Evidence> Stand(ImmutableArray<Evidence> evidence) =>
            [.. evidence.Select(one => one with { IsUntouched = true })];
    }

    private ImmutableArray<SourceFile> Find(BacklogFinder finder, LoadedSettings loaded) =>
        paths.Count > 0 ? finder.At(paths)
        : loaded.Settings.Backlogs.IsEmpty ? finder.Usual()
        : finder.Matching(loaded.Settings.Backlogs, loaded.BacklogsFolder);

    private static InputError Unseen(Evidence evidence) =>
        new(
            $"its history is required and cannot be seen: {evidence.NoHistory}",
            "Or run it without --require-history.",
            evidence.Backlog.File.Path
        );
}
