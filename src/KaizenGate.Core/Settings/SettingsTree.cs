using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>
/// The settings of a run by folder. The nearest file applies. It inherits from the files in parent folders, up to one with <c>root</c> or to
/// the root of the repository. Outside a repository the working folder is the top. Several threads can ask it.
/// </summary>
/// <param name="rules">The known rules.</param>
/// <param name="workingFolder">The absolute folder to which paths in messages are relative.</param>
/// <param name="finish">Applies environment and command line.</param>
/// <param name="source">Where files are read.</param>
internal sealed class SettingsTree(
    IReadOnlyCollection<KnownRule> rules,
    string workingFolder,
    Func<SettingsLayer, SettingsLayer> finish,
    SettingsSource source
)
{
    private const string Repository = ".git";

    private readonly Lock reading = new();
    private readonly Dictionary<string, Level> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedSettings> finished = new(StringComparer.Ordinal);

    /// <summary>Whether there is something at the paths that were looked for: many backlogs have the same folders above.</summary>
    private readonly Dictionary<string, bool> found = new(StringComparer.Ordinal);
    private readonly Containment contained = new(workingFolder);
    private ObjectType<SettingsLayer>? type;
    private LoadedSettings? run;

    /// <summary>Returns the settings of the working folder: those of the nearest file at or above it.</summary>
    /// <exception cref="InputException">A file is invalid.</exception>
    public LoadedSettings Run()
    {
        lock (reading)
        {
            return run ??= Nearest(workingFolder, isBounded: false) is { } path ? Finished(path) : WithoutFile();
        }
    }

    /// <summary>Returns the settings of one file for every folder.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="namedAt">Where the file was named.</param>
    /// <exception cref="InputException">The file is missing or invalid.</exception>
    public LoadedSettings Named(string path, TextPosition namedAt) =>
        Finish(Read(contained.Given(path, namedAt.Setting), namedAt, _ => null)) with
        {
            Tree = null,
        };

    /// <summary>Returns the settings of a backlog; those of the working folder when there is no file at or above its folder.</summary>
    /// <param name="path">The absolute path of the backlog, without links.</param>
    /// <exception cref="InputException">A file is invalid.</exception>
    public LoadedSettings Of(string path)
    {
        lock (reading)
        {
            return Nearest(Path.GetDirectoryName(path), isBounded: true) is { } nearest ? Finished(nearest) : Run();
        }
    }

    /// <summary>See <see cref="LoadedSettings.Expect"/>.</summary>
    public void Expect(IEnumerable<string> paths)
    {
        if (source.Expect is not { } expect)
        {
            return;
        }

        lock (reading)
        {
            var candidates = paths.Select(path => Path.GetDirectoryName(path)).Distinct().SelectMany(UpwardToTop);
            expect([.. candidates.Select(folder => Path.Join(folder, SettingsLoader.FileName)).Distinct()]);
        }

        IEnumerable<string> UpwardToTop(string? folder)
        {
            foreach (var at in Upward(folder))
            {
                yield return at;
                if (IsTop(at))
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>See <see cref="LoadedSettings.Governing"/>.</summary>
    public ImmutableArray<string> Governing(string path)
    {
        var governing = new List<string>();
        lock (reading)
        {
            foreach (var folder in Upward(Path.GetDirectoryName(path)))
            {
                var file = Path.Join(folder, SettingsLoader.FileName);
                governing.Add(file);
                if (IsTop(folder) || (IsThere(file) && LevelOf(file).Layer.IsRoot))
                {
                    break;
                }
            }
        }

        return [.. governing.Concat(Of(path).Files).Distinct()];
    }

    private string? Nearest(string? folder, bool isBounded)
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

    /// <summary>Returns the file from which another one inherits; null when there is none.</summary>
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

        return belowWorkingFolder; // Outside a repository the working folder is the top.
    }

    // True for a folder too, so that reading it fails instead of silently using other settings.
    private bool IsThere(string path) => Known(path, source.Exists);

    private bool IsTop(string folder) => Known(Path.Join(folder, Repository), Path.Exists);

    private bool Known(string path, Func<string, bool> exists)
    {
        if (!found.TryGetValue(path, out var isThere))
        {
            found.Add(path, isThere = exists(path));
        }

        return isThere;
    }

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

    /// <summary>Reads each file once.</summary>
    private Level LevelOf(string path)
    {
        if (!levels.TryGetValue(path, out var level))
        {
            level = Read(
                contained.Supplied(path, path, "this settings file", ShownPath.Of(path, workingFolder)),
                new TextPosition(SettingsLoader.FileName),
                isRoot => !isRoot && Above(path) is { } above ? LevelOf(above) : null
            );
            levels.Add(path, level);
        }

        return level;
    }

    /// <param name="path">The absolute path of the file.</param>
    /// <param name="namedAt">Where the file was named.</param>
    /// <param name="inherited">Returns the level above, given <c>root</c>; null for none.</param>
    private Level Read(string path, TextPosition namedAt, Func<bool, Level?> inherited)
    {
        var folder = Path.GetDirectoryName(path)!;
        Level? above = null;
        var file = new SettingsFile(type ??= SettingsKeys.File(rules), workingFolder, source, contained);
        var layer = file.Apply(path, isRoot => Inherit(above = inherited(isRoot)), namedAt);
        var setsBacklogs = above is null || layer.Settings.Backlogs != above.Layer.Settings.Backlogs;
        return new Level(layer, folder, setsBacklogs ? folder : above!.BacklogsFolder)
        {
            Files = [.. above?.Files ?? [], .. file.Files],
        };
    }

    /// <summary>Keeps inherited paths relative to the folder of their own file.</summary>
    private static SettingsLayer Inherit(Level? above) =>
        above is null
            ? SettingsLayer.Empty
            : above.Layer.With(settings =>
                settings with
                {
                    Baseline = Path.GetFullPath(settings.Baseline, above.Folder),
                }
            );

    /// <summary>Returns the settings without any file.</summary>
    public LoadedSettings WithoutFile() => Finish(new Level(SettingsLayer.Empty, workingFolder, workingFolder));

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

    /// <summary>The settings of a file and those above it.</summary>
    /// <param name="Layer">The settings.</param>
    /// <param name="Folder">The folder of the file.</param>
    /// <param name="BacklogsFolder">The folder of the file that sets <c>backlogs</c>.</param>
    private sealed record Level(SettingsLayer Layer, string Folder, string BacklogsFolder)
    {
        /// <summary>The files that were read; each overrides the one before.</summary>
        public ImmutableArray<string> Files { get; init; } = [];
    }
}
