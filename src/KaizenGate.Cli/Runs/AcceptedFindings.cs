using KaizenGate.Checking;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Reads the baseline that the settings name.</summary>
internal static class AcceptedFindings
{
    /// <param name="loaded">The settings.</param>
    /// <param name="workspace">Names the file.</param>
    /// <param name="inputs">Receives its absolute path.</param>
    public static Baseline? Of(LoadedSettings loaded, Workspace workspace, List<string> inputs)
    {
        var file = workspace.Name(Path.GetFullPath(loaded.Settings.Baseline, loaded.BaseFolder));
        inputs.Add(file.FullPath);
        return Baseline.Load(file, [.. RuleCatalog.All.Select(rule => rule.Known)]);
    }
}
