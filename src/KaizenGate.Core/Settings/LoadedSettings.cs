using System.Collections.Immutable;

namespace KaizenGate.Core.Settings;

/// <summary>The settings in force and where they came from.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="BaseFolder">The absolute path of the folder that the paths in the settings are relative to: that of the main settings
/// file, or the working folder when there is none.</param>
/// <param name="Files">The absolute paths of the files that were read, in the order in which each overrides the one before. Empty when there is none.</param>
/// <param name="IsRoot">Whether the main file says that no settings above it count.</param>
internal sealed record LoadedSettings(
    GateSettings Settings,
    string BaseFolder,
    ImmutableArray<string> Files,
    bool IsRoot = false
)
{
    /// <summary>The absolute path of the folder that the globs of <see cref="GateSettings.Backlogs"/> are relative to: that of the file which sets them.</summary>
    public string BacklogsFolder
    {
        get => field ?? BaseFolder;
        init;
    }

    /// <summary><see cref="Files"/> as a person would type them.</summary>
    public ImmutableArray<string> ShownFiles { get; init; } = [];

    /// <summary>The settings of the run, which those of single backlogs may differ from; null when they do not.</summary>
    internal SettingsTree? Tree { get; init; }

    /// <summary>The settings of one backlog: those of the nearest file at or above its folder, or else these.</summary>
    /// <param name="path">The backlog; absolute, no link on the way.</param>
    /// <exception cref="Backlogs.InputException">A file is wrong; the error names the place, the value and the remedy.</exception>
    public LoadedSettings Of(string path) => Tree?.Of(path) ?? this;

    /// <summary>The files that decide, or would if they were there, under which settings a backlog is judged; absolute.</summary>
    /// <param name="path">The backlog; absolute, no link on the way.</param>
    /// <exception cref="Backlogs.InputException">A file is wrong.</exception>
    public ImmutableArray<string> Governing(string path) => Tree?.Governing(path) ?? Files;
}
