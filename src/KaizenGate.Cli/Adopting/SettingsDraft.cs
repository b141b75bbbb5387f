using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Files;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Adopting;

/// <summary>A settings file that is not written yet.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Shown">The path for messages.</param>
/// <param name="Before">Its text now; null when it does not exist.</param>
internal sealed record SettingsDraft(string Path, string Shown, string? Before)
{
    private const string Backlogs = "backlogs";
    private const string Reading = "reading";

    private readonly ImmutableArray<string> keys = Before is null ? [] : AddedSettings.KeysOf(Before);

    /// <summary>The backlogs to name, relative to the file's folder; empty when they are found without.</summary>
    public ImmutableArray<(string Path, string Reason)> Named { get; init; } = [];

    /// <summary>The members to add to <c>reading</c>.</summary>
    public ImmutableArray<AddedSetting> Mapping { get; init; } = [];

    public bool MayName => !keys.Contains(Backlogs);

    public bool MayMap => !keys.Contains(Reading);

    /// <summary>The text to write.</summary>
    public string Text => AddedSettings.To(Before ?? AddedSettings.Empty, Named, Mapping);

    public bool IsChange => Before is null || !Named.IsEmpty || !Mapping.IsEmpty;

    /// <summary>Loads the settings as if the file had been written.</summary>
    /// <exception cref="InputException">They are invalid.</exception>
    public LoadedSettings Load(Host host)
    {
        return SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides(),
            SettingsSource.Disk.With(Path, Encoding.UTF8.GetBytes(Text))
        );
    }
}
