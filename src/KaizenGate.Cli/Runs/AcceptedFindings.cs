using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Reads the baseline file.</summary>
internal static class AcceptedFindings
{
    /// <param name="loaded">The settings.</param>
    /// <param name="workspace">The working folder.</param>
    /// <param name="inputs">Receives the absolute path of the file.</param>
    public static Baseline? Of(LoadedSettings loaded, Workspace workspace, List<string> inputs)
    {
        var file = workspace.Name(Path.GetFullPath(loaded.Settings.Baseline, loaded.BaseFolder));
        inputs.Add(file.FullPath);
        return Baseline.Load(file, [.. RuleCatalog.All.Select(rule => rule.Known)]);
    }
}
