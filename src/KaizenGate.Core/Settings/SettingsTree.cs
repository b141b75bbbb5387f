using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>
/// The settings of a run by folder. In each those of the nearest file hold; what that leaves open comes from the next one above, and
/// so on up to one that says <c>root</c>, or to the root of the repository. Outside of any repository the working folder is the top.
/// </summary>
/// <param name="rules">The rules that may be set.</param>
/// <param name="workingFolder">What the paths in messages are relative to; absolute.</param>
/// <param name="finish">Lays environment and command line over what files say.</param>
internal sealed class SettingsTree(
    IReadOnlyCollection<KnownRule> rules,
    string workingFolder,
    Func<SettingsLayer, SettingsLayer> finish
)
{
    private const string Repository = ".git";

    private readonly Dictionary<string, Level> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedSettings> finished = new(StringComparer.Ordinal);
    private ObjectType<SettingsLayer>? shape;
    private LoadedSettings? run;

    /// <summary>The settings that hold in the working folder, those of the nearest file at or above it.</summary>
    /// <exception cref="InputException">A file is wrong.</exception>
    public LoadedSettings Run() =>
        run ??= Nearest(workingFolder, isBounded: false) is { } path ? Finished(path) : WithoutFile();

    /// <summary>The settings of one certain file, which hold for every folder.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="namedAt">What named it.</param>
    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public LoadedSettings Named(string path, TextPosition namedAt) =>
        Finish(Read(path, namedAt, _ => null)) with
        {
            Tree = null,
        };

    /// <summary>The settings of a backlog; those of the run where there is no file at or above its folder.</summary>
    /// <param name="path">The backlog; absolute, no link on the way.</param>
    /// <exception cref="InputException">A file is wrong.</exception>
    public LoadedSettings Of(string path) =>
        Nearest(Path.GetDirectoryName(path), isBounded: true) is { } nearest ? Finished(nearest) : Run();

    /// <summary>The files that decide, or would if they were there, under which settings a backlog is judged.</summary>
    /// <param name="path">The backlog; absolute, no link on the way.</param>
    /// <exception cref="InputException">A file is wrong.</exception>
    public ImmutableArray<string> Governing(string path)
    {
        var governing = new List<string>();
        foreach (var folder in Upward(Path.GetDirectoryName(path)))
        {
            var file = Path.Join(folder, SettingsLoader.FileName);
            governing.Add(file);
            if (IsTop(folder) || (IsThere(file) && LevelOf(file).Layer.IsRoot))
            {
                break;
            }
        }

        return [.. governing.Concat(Of(path).Files).Distinct()];
    }

    /// <param name="folder">Where to begin.</param>
    /// <param name="isBounded">Whether to stop at the root of the repository.</param>
    private static string? Nearest(string? folder, bool isBounded)
    {
        foreach (var at in Upward(folder))
        {
            var path = Path.Join(at, SettingsLoader.FileName);
            if (IsThere(path))
            {
                return path;
            }

            if (isBounded && IsTop(at))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The file from which one inherits; null when there is none.</summary>
    private string? Above(string path)
    {
        string? found = null;
        string? belowWorkingFolder = null;
        foreach (var folder in Upward(Path.GetDirectoryName(path)))
        {
            var candidate = Path.Join(folder, SettingsLoader.FileName);
            if (candidate != path && found is null && IsThere(candidate))
            {
                found = candidate;
            }

            if (IsTop(folder))
            {
                return found;
            }

            belowWorkingFolder = folder == workingFolder ? found : belowWorkingFolder;
        }

        return belowWorkingFolder; // There is no repository that would say how far up to look.
    }

    // A folder is there, too: reading it says what is wrong, where passing it by would judge by other settings.
    private static bool IsThere(string path) => Path.Exists(path);

    private static bool IsTop(string folder) => Path.Exists(Path.Join(folder, Repository));

    private static IEnumerable<string> Upward(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private LoadedSettings Finished(string path)
    {
        if (!finished.TryGetValue(path, out var settings))
        {
            settings = Finish(LevelOf(path));
            finished.Add(path, settings);
        }

        return settings;
    }

    /// <summary>Each file is read once, however many inherit from it.</summary>
    private Level LevelOf(string path)
    {
        if (!levels.TryGetValue(path, out var level))
        {
            level = Read(
                path,
                new TextPosition(SettingsLoader.FileName),
                isRoot => !isRoot && Above(path) is { } above ? LevelOf(above) : null
            );
            levels.Add(path, level);
        }

        return level;
    }

    /// <param name="path">Absolute path of the file.</param>
    /// <param name="namedAt">What named it.</param>
    /// <param name="inherited">What it overrides, given whether it says <c>root</c>; null for nothing.</param>
    private Level Read(string path, TextPosition namedAt, Func<bool, Level?> inherited)
    {
        var folder = Path.GetDirectoryName(path)!;
        Level? above = null;
        var file = new SettingsFile(shape ??= SettingsKeys.File(rules), workingFolder);
        var layer = file.Apply(path, isRoot => Inherit(above = inherited(isRoot)), namedAt);
        var setsBacklogs = above is null || layer.Settings.Backlogs != above.Layer.Settings.Backlogs;
        return new Level(layer, folder, setsBacklogs ? folder : above!.BacklogsFolder)
        {
            Files = [.. above?.Files ?? [], .. file.Files],
        };
    }

    /// <summary>What is inherited stays relative to the folder of the file that says it.</summary>
    private static SettingsLayer Inherit(Level? above) =>
        above is null
            ? SettingsLayer.Empty
            : above.Layer.With(settings =>
                settings with
                {
                    Baseline = Path.GetFullPath(settings.Baseline, above.Folder),
                }
            );

    private LoadedSettings WithoutFile() => Finish(new Level(SettingsLayer.Empty, workingFolder, workingFolder));

    private LoadedSettings Finish(Level level)
    {
        var layer = finish(level.Layer);
        return new LoadedSettings(layer.Finish(rules), level.Folder, level.Files, level.Layer.IsRoot)
        {
            BacklogsFolder =
                layer.Settings.Backlogs == level.Layer.Settings.Backlogs ? level.BacklogsFolder : level.Folder,
            ShownFiles = [.. level.Files.Select(file => ShownPath.Of(file, workingFolder))],
            Tree = this,
        };
    }

    /// <summary>What a file and those above it say.</summary>
    /// <param name="Layer">The settings.</param>
    /// <param name="Folder">The folder of the file.</param>
    /// <param name="BacklogsFolder">The folder of the file that sets <c>backlogs</c>.</param>
    private sealed record Level(SettingsLayer Layer, string Folder, string BacklogsFolder)
    {
        /// <summary>The files that were read, in the order in which each overrides the one before.</summary>
        public ImmutableArray<string> Files { get; init; } = [];
    }
}
