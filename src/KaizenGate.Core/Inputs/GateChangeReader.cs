using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Inputs;

/// <summary>Reads what a change does to the gate itself.</summary>
/// <param name="query">Requests a change.</param>
/// <param name="workspace">The working folder.</param>
/// <param name="loaded">The settings on disk.</param>
/// <param name="load">Loads the settings of the run from files.</param>
internal sealed class GateChangeReader(
    HistoryQuery query,
    Workspace workspace,
    LoadedSettings loaded,
    Func<SettingsSource, LoadedSettings> load
)
{
    private readonly ChangedFiles files = new(query);

    /// <summary>The files that determine the settings of the run and of its backlogs; null before these are known.</summary>
    private Lazy<ImmutableArray<string>>? settingsFiles;

    /// <summary>The settings files before the change.</summary>
    public SettingsSource Before
    {
        get
        {
            files.Fetch([.. SettingsFiles(loaded, workspace), BaselinePath(loaded)]);
            return SettingsSource.Of(files.Before, files.Fetch);
        }
    }

    /// <summary>The settings files after the change. With <c>--since</c> they are read as always, with the usual errors.</summary>
    private SettingsSource After => query.Staged ? SettingsSource.Of(files.After, files.Fetch) : SettingsSource.Disk;

    /// <summary>Returns the baseline that the settings before the change name; null when there was none.</summary>
    /// <param name="settings">The settings before the change.</param>
    /// <exception cref="InputException">Git failed.</exception>
    public BaselineText? BaselineBefore(LoadedSettings settings) => BaselineOf(settings, files.Before);

    /// <summary>Starts to read what <see cref="Read"/> needs, in the background.</summary>
    /// <param name="backlogs">All backlogs of the run.</param>
    public void Expect(ImmutableArray<SourceFile> backlogs)
    {
        settingsFiles = new(() =>
            [
                .. SettingsFiles(loaded, workspace),
                .. backlogs.SelectMany(file => loaded.Governing(RealPath.Of(file.FullPath))),
            ]
        );
        files.Expect(() => settingsFiles.Value.Append(BaselinePath(loaded)));
    }

    /// <summary>Compares the gate before the change with the one after it.</summary>
    /// <param name="evidence">The checked backlogs.</param>
    /// <param name="untouched">The other backlogs of the run.</param>
    /// <param name="usesBaseline">Whether the run uses a baseline.</param>
    /// <exception cref="InputException">Git failed, or the settings after the change are invalid.</exception>
    public GateChange Read(ImmutableArray<Evidence> evidence, ImmutableArray<SourceFile> untouched, bool usesBaseline)
    {
        ImmutableArray<string> backlogs =
        [
            .. evidence.Select(one => one.Backlog.File).Concat(untouched).Select(file => RealPath.Of(file.FullPath)),
        ];
        ImmutableArray<Backlog> suppressing =
        [
            .. evidence.Select(one => one.Backlog).Where(backlog => !backlog.Suppressions.IsEmpty),
        ];
        if (settingsFiles is null)
        {
            Expect([.. evidence.Select(one => one.Backlog.File), .. untouched]);
        }

        var settings = settingsFiles!.Value;
        files.Fetch([.. settings, .. suppressing.Select(backlog => backlog.File.FullPath), BaselinePath(loaded)]);
        try
        {
            // Usually no file of the settings is part of the change.
            return settings.Any(files.IsChanged) ? Read(load(Before), load(After)) : Read(loaded, loaded);
        }
        catch (InputException wrong)
        {
            return Read(loaded, loaded) with { Problem = wrong.Error.ToString() };
        }

        GateChange Read(LoadedSettings before, LoadedSettings after) =>
            new()
            {
                Run = new(before, after),
                Own =
                [
                    .. backlogs
                        .Select(path => new SettingsPair(before.Of(path), after.Of(path)))
                        .Where(pair => pair.Before != before || pair.After != after)
                        .Distinct(),
                ],
                BaselineBefore = usesBaseline ? BaselineOf(before, files.Before) : null,
                BaselineAfter = usesBaseline ? BaselineOf(after, files.After) : null,
                Suppressing = [.. suppressing.Select(backlog => (BacklogBefore(backlog.File), backlog))],
                SourceBefore = Before,
                SourceAfter = After,
                NameOf = workspace.Name,
            };
    }

    private Backlog? BacklogBefore(SourceFile file) =>
        files.Before(file.FullPath) is { } bytes
            ? BacklogReader.ReadBytes(file, bytes, query.OptionsFor(file).Reading)
            : null;

    private BaselineText? BaselineOf(LoadedSettings settings, Func<string, byte[]?> contentOf)
    {
        var path = BaselinePath(settings);
        return contentOf(path) is { } bytes ? new(workspace.Name(path), InputFile.WithoutMark(bytes)) : null;
    }

    /// <summary>The files of the settings of the run, and those that may be added.</summary>
    private static IEnumerable<string> SettingsFiles(LoadedSettings loaded, Workspace workspace) =>
        loaded.Files.Concat(Upward(workspace.Folder).Select(folder => Path.Join(folder, SettingsLoader.FileName)));

    private static string BaselinePath(LoadedSettings settings) =>
        Path.GetFullPath(settings.Settings.Baseline, settings.BaseFolder);

    private static IEnumerable<string> Upward(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
