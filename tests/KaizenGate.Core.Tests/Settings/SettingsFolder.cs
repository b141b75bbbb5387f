using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>A temporary folder of settings files.</summary>
internal sealed class SettingsFolder : IDisposable
{
    /// <summary>Sample rules.</summary>
    public static KnownRule[] Rules { get; } =
    [
        new("KZ201", "unscored", Severity.Error, [], []),
        new(
            "KZ301",
            "low-execution-rate",
            Severity.Warning,
            [new("minCaptured", 10, 1, 1000, "items", "The minimum number of captures.")],
            [new("forms", ["heading"], ["heading", "task"], "The forms to check.")]
        ),
        new("KZ306", "stale-improvement", Severity.Warning, [], []),
        new("KZ403", "time-not-logged", Severity.Info, [], []),
    ];

    public string Root { get; } = Directory.CreateTempSubdirectory("kaizen-settings-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public SettingsOverrides Overrides { get; set; } = new();

    public static GateSettings Read(string json)
    {
        using var folder = new SettingsFolder();
        folder.Write("kaizen.json", json);
        return folder.Load().Settings;
    }

    public static InputError ErrorIn(string json)
    {
        using var folder = new SettingsFolder();
        folder.Write("kaizen.json", json);
        return folder.Error();
    }

    public SettingsFolder Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public LoadedSettings Load(string from = "", SettingsSource? source = null) =>
        SettingsLoader.Load(Path.Combine(Root, from), Rules, Environment, Overrides, source);

    public InputError Error(string from = "") => Assert.Throws<InputException>(() => Load(from)).Error;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
