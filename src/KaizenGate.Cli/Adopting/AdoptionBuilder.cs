using System.Collections.Immutable;
using System.Text;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Files;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Adopting;

/// <summary>Finds the backlogs of a repository, the settings that make them readable, and the findings to accept. Writes nothing.</summary>
internal sealed class AdoptionBuilder
{
    /// <summary>Each proposal reads all backlogs again.</summary>
    private const int MaxProposals = 40;

    private readonly Host host;
    private readonly Workspace workspace;
    private readonly SettingsDraft draft;
    private readonly BacklogFinder finder;
    private readonly string root;

    /// <exception cref="InputException">The settings are invalid.</exception>
    public AdoptionBuilder(Host host)
    {
        this.host = host;
        workspace = new(host.WorkingFolder);
        root = RepositoryFolder.Above(workspace.Folder) ?? workspace.Folder;
        var loaded = SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides()
        );
        var path = loaded.Files.LastOrDefault() ?? Path.Join(root, SettingsLoader.FileName);
        var shown = workspace.Shown(path);
        draft = new(path, shown, loaded.Files.IsEmpty ? null : SettingsText(path));
        finder = new(workspace, loaded.Settings.Archive);
    }

    /// <summary>Whether the settings do not name backlogs yet.</summary>
    public bool MayName => draft.MayName;

    /// <summary>The settings with a tracker as their only backlog.</summary>
    public SettingsDraft WithTracker(TrackerSettings tracker) =>
        new(
            draft.Path,
            draft.Shown,
            AddedSettings.To(draft.Text, tracker, "The issues of the repository, as `pull` reads them.")
        );

    private string Folder => Path.GetDirectoryName(draft.Path)!;

    /// <summary>The files that may be backlogs and are not empty: those at the paths, else those of the settings, else all that are found.</summary>
    /// <exception cref="InputException">A path is wrong.</exception>
    public ImmutableArray<(Backlog Backlog, bool IsUsual)> Find(IReadOnlyList<string> paths)
    {
        var loaded = draft.Load(host);
        IEnumerable<(SourceFile File, bool IsUsual)> files =
            paths.Count > 0 ? finder.At(paths).Select(file => (File: file, IsUsual: true))
            : loaded.Settings.Backlogs is { IsEmpty: false } named
                ? finder.Matching(named, loaded.BacklogsFolder).Select(file => (file, true))
            : Candidates();
        return
        [
            .. files
                .Select(one => (Backlog: Read(one.File, loaded), one.IsUsual))
                .Where(one => paths.Count > 0 || one.Backlog.Account.Total > 0),
        ];
    }

    /// <summary>Builds the adoption of backlogs.</summary>
    /// <param name="chosen">The backlogs, at least one.</param>
    /// <param name="others">The other files that may be backlogs.</param>
    /// <param name="accepts">Whether to add a member to the settings.</param>
    /// <param name="refresh">How to accept findings.</param>
    /// <exception cref="InputException">A backlog cannot be read.</exception>
    public Adoption Build(
        ImmutableArray<Backlog> chosen,
        ImmutableArray<Backlog> others,
        Func<AddedSetting, bool> accepts,
        BaselineRefresh refresh
    )
    {
        var settings = Mapped(draft with { Named = Names(chosen) }, [.. chosen.Select(one => one.File)], accepts);
        var loaded = settings.Load(host);
        // Settings that cannot be added to name the backlogs, or the usual place does.
        var reading = new RunEvidence(host, workspace, [], refresh.AsOf) { IsQuiet = true };
        var evidence = reading.Read(loaded, [], out var errors);
        if (!errors.IsEmpty)
        {
            throw new InputException(errors[0]);
        }

        var before = reading.ReadBaseline(loaded, []);
        var commit = Repositories.CurrentCommit(workspace.Folder, host.Environment);
        var found = Gate.Check(evidence, loaded.Settings, refresh.AsOf, host.Version);
        var baseline = (refresh with { Commit = commit }).Of(reading.BaselineFileOf(loaded), before, found, evidence);
        var verdict = Gate.Check(evidence, loaded.Settings, refresh.AsOf, host.Version, baseline.Baseline);
        return new([.. evidence.Select(one => one.Backlog)], others, settings, baseline, verdict);
    }

    private IEnumerable<(SourceFile File, bool IsUsual)> Candidates()
    {
        var found = BacklogCandidates.In(root);
        return found.IsEmpty
            ? []
            : Named().Select(file => (file, found.First(one => one.Path == file.FullPath).IsUsual));

        // Without archives, and without files that occur twice.
        IEnumerable<SourceFile> Named() =>
            found
                .Where(one => workspace.Contained.IsSupplied(one.Path, one.Path) && !finder.IsArchive(one.Path))
                .Select(one => workspace.Name(one.Path));
    }

    /// <summary>The paths for the settings; empty when the backlog is found without, or when they name it already.</summary>
    private ImmutableArray<(string Path, string Reason)> Names(ImmutableArray<Backlog> chosen)
    {
        var usual = new BacklogFinder(new Workspace(Folder)).Usual();
        var isFound =
            chosen is [var single]
            && usual is [var file]
            && RealPath.Of(file.FullPath) == RealPath.Of(single.File.FullPath);
        return isFound || !draft.MayName ? [] : [.. chosen.Select(one => (Relative(one.File), ReasonOf(one)))];

        string Relative(SourceFile file)
        {
            var own =
                Path.GetFileName(file.FullPath).StartsWith("config.", StringComparison.Ordinal)
                && TaskFolder.Of(file) is { } tasks
                    ? tasks.Folder
                    : file.FullPath;
            var path = Path.GetRelativePath(Folder, own).Replace('\\', '/');
            return FileGlob.HasWildcard(path) || path.StartsWith('!')
                ? throw new InputException(
                    "this path looks like a pattern, so the settings cannot name it",
                    "Rename the file or its folder.",
                    file.Path
                )
                : path;
        }

        static string ReasonOf(Backlog backlog) => Wording.Count(backlog.Account.Total, "entry", "entries");
    }

    /// <summary>Adds each proposal that makes more readable and loses nothing that was read.</summary>
    private SettingsDraft Mapped(
        SettingsDraft settings,
        ImmutableArray<SourceFile> files,
        Func<AddedSetting, bool> accepts
    )
    {
        if (!settings.MayMap)
        {
            return settings;
        }

        var now = ReadAll(settings);
        var tried = new HashSet<AddedSetting>();
        while (tried.Count < MaxProposals && Next() is { } proposal)
        {
            tried.Add(proposal);
            var mapped = settings with { Mapping = settings.Mapping.Add(proposal) };
            var then = ReadAll(mapped);
            if (IsBetter(now, then) && accepts(proposal))
            {
                (settings, now) = (mapped, then);
            }
        }

        return settings;

        ImmutableArray<Backlog> ReadAll(SettingsDraft with)
        {
            var loaded = with.Load(host);
            return [.. files.Select(file => Read(file, loaded))];
        }

        AddedSetting? Next() =>
            now.SelectMany(backlog => backlog.Account.Unread)
                .Where(unread => unread.Setting.Length > 0)
                .OrderByDescending(unread => unread.Lines.Length)
                .SelectMany(unread =>
                    AddedSettings.Of(
                        unread.Setting,
                        $"{VisibleText.Message(unread.Reason)} ({Wording.Count(unread.Lines.Length, "entry", "entries")})"
                    )
                )
                .FirstOrDefault(one => !tried.Any(old => (old.Parent, old.Key) == (one.Parent, one.Key)));
    }

    private static bool IsBetter(ImmutableArray<Backlog> before, ImmutableArray<Backlog> after) =>
        before
            .Zip(after)
            .All(pair =>
                pair.Second.Account.UnreadCount <= pair.First.Account.UnreadCount
                && pair.First.Improvements.Select(item => item.Key)
                    .ToHashSet(StringComparer.Ordinal)
                    .IsSubsetOf(pair.Second.Improvements.Select(item => item.Key))
            )
        && after.Sum(one => one.Account.Read) > before.Sum(one => one.Account.Read);

    private static Backlog Read(SourceFile file, LoadedSettings loaded)
    {
        var options = SettingsOptions.ReadingOf(loaded.Of(RealPath.Of(file.FullPath)).Settings);
        return BacklogReader.ReadFile(file, options);
    }

    // The loader has read the file, so it is text in UTF-8; a byte order mark stays.
    private static string SettingsText(string path) => Encoding.UTF8.GetString(PlainFile.Read(path));
}
