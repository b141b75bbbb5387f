using KaizenGate.Core.Files;

namespace KaizenGate.Cli.Hooks;

/// <summary>Finds the program that the hooks will start, at the places where they search.</summary>
internal static class InstalledProgram
{
    private static readonly string[] Names = ["dotnet-kaizen", "dotnet-kaizen.exe", "dotnet-kaizen.cmd"];

    /// <summary>Whether a tool manifest in a folder or above it lists KaizenGate.</summary>
    /// <param name="folder">Absolute.</param>
    public static bool IsLocalTool(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            string[] manifests =
            [
                Path.Join(above, ".config", "dotnet-tools.json"),
                Path.Join(above, "dotnet-tools.json"),
            ];
            if (manifests.Where(File.Exists).Any(Lists))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the program is in a folder of the PATH or in the folder of global tools.</summary>
    public static bool IsOnPath(IReadOnlyDictionary<string, string> environment)
    {
        var path = environment
            .Where(one => one.Key.Equals("PATH", StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => one.Value.Split(Path.PathSeparator))
            .Select(folder => folder.Trim('"'))
            .Where(Path.IsPathFullyQualified);
        var home = environment.GetValueOrDefault("HOME") ?? environment.GetValueOrDefault("USERPROFILE");
        return path.Append(Path.Join(home, ".dotnet", "tools"))
            .Any(folder => Names.Any(name => File.Exists(Path.Join(folder, name))));
    }

    private static bool Lists(string manifest)
    {
        try
        {
            return PlainFile.ReadText(manifest).Contains("\"kaizengate\"", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
