using System.Collections.Immutable;

namespace KaizenGate.Settings;

/// <summary>The settings in force and where they came from.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="BaseFolder">The absolute path of the folder that the paths in the settings are relative to: that of the main settings
/// file, or the working folder when there is none.</param>
/// <param name="Files">The absolute paths of the files that were read, in the order in which each overrides the one before. Empty when there is none.</param>
/// <param name="IsRoot">Whether the main file says that no settings above it count.</param>
public sealed record LoadedSettings(
    GateSettings Settings,
    string BaseFolder,
    ImmutableArray<string> Files,
    bool IsRoot = false
);
