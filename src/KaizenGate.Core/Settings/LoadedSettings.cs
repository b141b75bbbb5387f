namespace KaizenGate.Core.Settings;

/// <summary>The settings in force and where they came from.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="BaseFolder">The absolute folder to which paths in the settings are relative: that of the main settings file, or the
/// working folder when there is none.</param>
/// <param name="Files">The absolute paths of the files; each overrides the one before.</param>
/// <param name="IsRoot">Whether the main file ignores settings in parent folders.</param>
internal sealed record LoadedSettings(
    GateSettings Settings,
    string BaseFolder,
    ImmutableArray<string> Files,
    bool IsRoot = false
)
{
    /// <summary>The absolute folder to which <see cref="GateSettings.Backlogs"/> is relative: that of the file that sets it.</summary>
    public string BacklogsFolder
    {
        get => field ?? BaseFolder;
        init;
    }

    /// <summary><see cref="Files"/> as displayed.</summary>
    public ImmutableArray<string> ShownFiles { get; init; } = [];

    /// <summary>The settings by folder; null when all backlogs have the same ones.</summary>
    internal SettingsTree? Tree { get; init; }

    /// <summary>Returns the settings of a backlog: those of the nearest file at or above its folder, or these.</summary>
    /// <param name="path">The absolute path of the backlog, without links.</param>
    /// <exception cref="Backlogs.InputException">A file is invalid.</exception>
    public LoadedSettings Of(string path) => Tree?.Of(path) ?? this;

    /// <summary>Prepares for <see cref="Of"/> with many backlogs: files that git has to print are read at once.</summary>
    /// <param name="paths">The absolute paths of the backlogs, without links.</param>
    public void Expect(IEnumerable<string> paths) => Tree?.Expect(paths);

    /// <summary>Returns the absolute paths of the files that determine the settings of a backlog, including files that do not exist yet.</summary>
    /// <param name="path">The absolute path of the backlog, without links.</param>
    /// <exception cref="Backlogs.InputException">A file is invalid.</exception>
    public ImmutableArray<string> Governing(string path) => Tree?.Governing(path) ?? Files;
}
