using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Inputs;

/// <summary>What determines the verdict on a backlog, before and after the checked change, other than its improvements.</summary>
internal sealed record GateChange
{
    /// <summary>The settings of the run.</summary>
    public required SettingsPair Run { get; init; }

    /// <summary>The settings of backlogs, where they are not those of the run.</summary>
    public ImmutableArray<SettingsPair> Own { get; init; } = [];

    /// <summary>The baseline before the change; null when there was none.</summary>
    public BaselineText? BaselineBefore { get; init; }

    /// <summary>The baseline after the change; null when there is none.</summary>
    public BaselineText? BaselineAfter { get; init; }

    /// <summary>The checked backlogs with suppressions, each with its content before the change; null when it is new.</summary>
    public ImmutableArray<(Backlog? Before, Backlog After)> Suppressing { get; init; } = [];

    /// <summary>Where the settings before the change are read.</summary>
    public required SettingsSource SourceBefore { get; init; }

    /// <summary>Where the settings after the change are read.</summary>
    public required SettingsSource SourceAfter { get; init; }

    /// <summary>Returns the names of a file, given its absolute path.</summary>
    public required Func<string, SourceFile> NameOf { get; init; }

    /// <summary>Why the settings before the change are unknown; null when they are known.</summary>
    public string? Problem { get; init; }
}

/// <summary>The same settings before and after a change.</summary>
internal sealed record SettingsPair(LoadedSettings Before, LoadedSettings After);

/// <summary>A baseline that is not parsed yet.</summary>
internal sealed record BaselineText(SourceFile File, ReadOnlyMemory<byte> Bytes);
