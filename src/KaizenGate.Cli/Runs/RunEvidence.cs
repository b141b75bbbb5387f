using System.Collections.Concurrent;
using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Finds and reads the backlogs of a run and their history.</summary>
internal sealed class RunEvidence(Host host, Workspace workspace, IReadOnlyList<string> paths, DateOnly asOf)
{
    private const int MaxOthers = 5;

    private readonly ConcurrentDictionary<string, LoadedSettings> settingsByPath = new(StringComparer.Ordinal);
    private readonly RepositoryLookups lookups = new();

    /// <summary>The change to check.</summary>
    public Change Change { get; init; } = Change.None;

    /// <summary>Whether to leave out progress messages.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether to read only a history that an earlier run cached.</summary>
    public bool OnlyCached { get; init; }

    /// <summary>Is told the backlogs of the run before they are read.</summary>
    public Action<ImmutableArray<SourceFile>>? Found { get; set; }

    /// <summary>The backlogs that were skipped because the change does not touch them.</summary>
    public ImmutableArray<SourceFile> Untouched { get; private set; } = [];

    /// <summary>Reads all backlogs and collects all errors.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="inputs">Receives the absolute paths of all files read.</param>
    /// <param name="errors">Files that cannot be read, and a required history that is not available.</param>
    /// <exception cref="InputException">A path or the settings of a backlog are invalid.</exception>
    public ImmutableArray<Evidence> Read(
        LoadedSettings loaded,
        List<string> inputs,
        out ImmutableArray<InputError> errors
    )
    {
        var settings = loaded.Settings;
        var finder = FinderOf(loaded);
        using var progress = WalkProgress.For(host, IsQuiet);
        var query = QueryOf(loaded) with { Progress = progress is null ? null : progress.Show };
        var unmatched = new List<string>();
        Repositories.Expect(query);
        var files = BacklogChoice.Find(finder, loaded, paths, unmatched);
        files = files.IsEmpty && Change.IsStaged ? Repositories.FindStaged(workspace, query) : files;
        Found?.Invoke(files);
        inputs.AddRange(files.Select(file => file.FullPath));
        var archiveOf = finder.ArchivesOf(files);
        inputs.AddRange(files.Select(archiveOf).OfType<SourceFile>().Select(file => file.FullPath));
        inputs.AddRange(files.SelectMany(file => SettingsOf(loaded, file.FullPath).Files));
        var touched = Change.IsOnly ? TouchedBacklogs.Find(files, file => Belonging(loaded, file), query) : files;
        Untouched = [.. files.Except(touched)];
        if (touched.IsEmpty && !Untouched.IsEmpty)
        {
            return ReadUntouched(archiveOf, query, out errors);
        }

        var recorded = MetricFiles.Read(loaded, workspace, inputs);
        var evidence = EvidenceReader.Read(
            touched,
            archiveOf,
            query,
            out errors,
            file => SettingsOf(loaded, file.FullPath),
            recorded
        );
        evidence = OnlyCached ? evidence : WithSignals(evidence);
        if (errors.IsEmpty && settings.History is HistoryUse.Required && !OnlyCached)
        {
            errors = [.. evidence.Where(one => one.NoHistory is not null).Select(HistoryMissing)];
        }

        if (!IsQuiet)
        {
            foreach (var pattern in unmatched)
            {
                host.ErrorText.WriteLine(
                    LogText.Message($"{Quote.Of(pattern)} in `backlogs` in kaizen.json matches no file")
                );
            }

            WriteRemarks(evidence);
            if (paths.Count == 0 && settings.Backlogs.IsEmpty && !Change.IsOnly)
            {
                WriteOthers(finder.AlsoUsual(files));
            }
        }

        return evidence;
    }

    /// <summary>Adds the counts of this clone if a completed improvement names a signal.</summary>
    private ImmutableArray<Evidence> WithSignals(ImmutableArray<Evidence> evidence) =>
        evidence.Any(one => one.Backlog.WithArchive.Any(item => item is { Status: Status.Done, Signal: not null }))
        && SignalDigestFile.PathFor(workspace.Folder) is { } path
        && File.Exists(path)
        && SignalDigestFile.Read(path) is var digest
            ? [.. evidence.Select(one => one with { Signals = digest })]
            : evidence;

    /// <summary>Prints what the user should know about how the history was read, once for all backlogs with the same remark.</summary>
    private void WriteRemarks(ImmutableArray<Evidence> evidence)
    {
        var remarks = evidence.SelectMany(one => one.Remarks.Select(remark => (one.Backlog.File.Path, Remark: remark)));
        foreach (var same in remarks.GroupBy(one => one.Remark, one => one.Path))
        {
            var others = same.Count() - 1;
            var names = same.First() + (others > 0 ? $" and {others} more" : "");
            host.ErrorText.WriteLine(LogText.Message($"{names}: {same.Key}"));
        }
    }

    /// <summary>Names backlogs that are not checked because another one is found first.</summary>
    private void WriteOthers(ImmutableArray<SourceFile> others)
    {
        if (!others.IsEmpty)
        {
            var names = string.Join(", ", others.Take(MaxOthers).Select(file => file.Path));
            var more = others.Length > MaxOthers ? $" and {others.Length - MaxOthers} more" : "";
            host.ErrorText.WriteLine(
                LogText.Message(
                    $"not checked: {names}{more}; set `backlogs` in kaizen.json, or run `{CommandLine.Name} adopt`"
                )
            );
        }
    }

    /// <summary>The request for the history of the backlogs, and for the change.</summary>
    public HistoryQuery QueryOf(LoadedSettings loaded) =>
        new()
        {
            WorkingFolder = workspace.Folder,
            Environment = host.Environment,
            Lookups = lookups,
            Reading = SettingsOptions.ReadingOf(loaded.Settings),
            Archive = loaded.Settings.Archive,
            OptionsOf = file => OptionsOf(SettingsOf(loaded, file.FullPath).Settings),
            AsOf = asOf,
            Today = AsOf.Today(host),
            Now = host.Time.GetUtcNow(),
            MaxAgeOf = file => MaxAgeOf(loaded, file),
            Authors = ChangeAuthors.Of(host),
            Version = host.Version,
            ReadHistory = loaded.Settings.History is not HistoryUse.Off,
            Since = Change.Since,
            Staged = Change.IsStaged,
            Message = Change.Message,
            OnlyCached = OnlyCached,
        };

    private static TimeSpan MaxAgeOf(LoadedSettings loaded, SourceFile file) =>
        TimeSpan.FromHours(
            loaded
                .Settings.Trackers.FirstOrDefault(tracker =>
                    RealPath.Of(Path.GetFullPath(tracker.Snapshot, loaded.BacklogsFolder)) == RealPath.Of(file.FullPath)
                )
                ?.MaxAgeHours
                ?? TrackerSettings.DefaultMaxAgeHours
        );

    /// <summary>The day of the checked-out commit, or today if a file of the run was changed since; see <see cref="CommitDay"/>.</summary>
    /// <exception cref="InputException">A path or the settings are invalid.</exception>
    public DateOnly DayOfCommit(LoadedSettings loaded)
    {
        var finder = FinderOf(loaded);
        var backlogs = BacklogChoice.Find(finder, loaded, paths);
        return CommitDay.Of(
            backlogs,
            [
                .. loaded.Files,
                BaselineFileOf(loaded).FullPath,
                .. MetricFiles.Of(loaded, workspace).Select(file => file.FullPath),
                .. backlogs.SelectMany(file => Belonging(loaded, file).Prepend(file.FullPath)),
            ],
            QueryOf(loaded)
        );
    }

    private BacklogFinder FinderOf(LoadedSettings loaded) =>
        new(workspace, path => SettingsOf(loaded, path).Settings.Archive)
        {
            Expect = found => loaded.Expect(found.Select(RealPath.Of)),
        };

    /// <summary>The settings of a backlog.</summary>
    private LoadedSettings SettingsOf(LoadedSettings loaded, string path) =>
        settingsByPath.GetOrAdd(path, _ => loaded.Of(RealPath.Of(path)));

    /// <summary>Reads all backlogs, or prints the errors.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="inputs">Receives the absolute paths of all files read; null to ignore them.</param>
    /// <returns>At least one backlog; null after an error.</returns>
    /// <exception cref="InputException">A path is invalid, or there is no backlog.</exception>
    public ImmutableArray<Evidence>? ReadOrReport(LoadedSettings loaded, List<string>? inputs = null)
    {
        var evidence = Read(loaded, inputs ?? [], out var errors);
        foreach (var error in errors)
        {
            host.WriteError(error);
        }

        return !errors.IsEmpty ? null
            : !evidence.IsEmpty ? evidence
            : throw BacklogChoice.None(loaded);
    }

    /// <summary>Reads the baseline; null if there is none.</summary>
    public Baseline? ReadBaseline(LoadedSettings loaded, List<string> inputs)
    {
        var file = BaselineFileOf(loaded);
        inputs.Add(file.FullPath);
        return Baseline.Load(file, [.. RuleCatalog.All.Select(rule => rule.Known)]);
    }

    /// <summary>Parses a baseline; null if there is none.</summary>
    /// <exception cref="InputException">It is invalid.</exception>
    public static Baseline? ReadBaseline(BaselineText? text) =>
        text is null ? null : Baseline.Read(text.File, text.Bytes, [.. RuleCatalog.All.Select(rule => rule.Known)]);

    /// <summary>The baseline file, which may not exist.</summary>
    public SourceFile BaselineFileOf(LoadedSettings loaded) =>
        workspace.Name(
            workspace.Contained.Supplied(
                Path.GetFullPath(loaded.Settings.Baseline, loaded.BaseFolder),
                loaded.BaseFolder,
                "`baseline` in the settings"
            )
        );

    private static BacklogReadingOptions OptionsOf(GateSettings settings) =>
        new(SettingsOptions.ReadingOf(settings), settings.Archive);

    /// <summary>The other files that its result depends on.</summary>
    private IEnumerable<string> Belonging(LoadedSettings loaded, SourceFile file) =>
        loaded
            .Governing(RealPath.Of(file.FullPath))
            .Prepend(workspace.ArchiveOf(file.FullPath, SettingsOf(loaded, file.FullPath).Settings.Archive).FullPath);

    /// <summary>Reads one backlog for the rules about captures, which apply to every change: the first, or with <c>--staged</c> the first that git has staged.</summary>
    private ImmutableArray<Evidence> ReadUntouched(
        Func<SourceFile, SourceFile?> archiveOf,
        HistoryQuery query,
        out ImmutableArray<InputError> errors
    )
    {
        query = query with { ReadHistory = false };
        foreach (var file in Untouched)
        {
            var evidence = EvidenceReader.Read([file], archiveOf, query, out errors);
            if (errors.IsEmpty || !Change.IsStaged)
            {
                return AsUntouched(evidence);
            }
        }

        // None is in git yet, so the commit touches none.
        return AsUntouched(EvidenceReader.Read([Untouched[0]], archiveOf, query with { Staged = false }, out errors));

        static ImmutableArray<Evidence> AsUntouched(ImmutableArray<Evidence> evidence) =>
            [.. evidence.Select(one => one with { IsUntouched = true })];
    }

    private static InputError HistoryMissing(Evidence evidence) =>
        new(
            $"its git history is required but not available: {evidence.NoHistory}",
            "Or run without --require-history.",
            evidence.Backlog.File.Path
        );
}
