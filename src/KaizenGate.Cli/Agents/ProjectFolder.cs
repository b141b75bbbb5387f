using KaizenGate.Core.Agents;

namespace KaizenGate.Cli.Agents;

/// <summary>Finds the folder that a session works in.</summary>
internal static class ProjectFolder
{
    /// <summary>The variables in which hosts pass the folder that they were started in.</summary>
    private static readonly string[] Variables = ["CLAUDE_PROJECT_DIR", "CURSOR_PROJECT_DIR", "GEMINI_PROJECT_DIR"];

    /// <summary>
    /// Returns the working folder, unless the agent left the folder that its host was started in. A folder in the payload is used only
    /// if that is not in a repository.
    /// </summary>
    public static string Of(Host host, AgentEvent from)
    {
        var working = host.WorkingFolder;
        var started = Variables
            .Select(variable => host.Environment.GetValueOrDefault(variable))
            .FirstOrDefault(folder => folder is not null && IsFolder(folder));
        var chosen = started is null || IsIn(RealPath.Of(started), RealPath.Of(working)) ? working : started;
        return RepositoryFolder.Above(chosen) is null && from.Folder is { } named && IsFolder(named) ? named : chosen;
    }

    private static bool IsFolder(string path) =>
        !path.Contains('\0', StringComparison.Ordinal) && Path.IsPathFullyQualified(path) && Directory.Exists(path);

    private static bool IsIn(string folder, string path) =>
        path == folder
        || path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
