using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Where the files of the repository are, seen from a page.</summary>
internal static class SourceBase
{
    /// <param name="environment">That of the run: on GitHub Actions and GitLab CI it names the host's page of files.</param>
    /// <param name="workspace">Where the run is.</param>
    /// <param name="page">The absolute path of the page; null when it goes to standard output.</param>
    /// <returns>
    /// See <see cref="ReportOptions.SourceBase"/>; null when a link could only be guessed: nobody knows where standard output ends up.
    /// </returns>
    public static string? Of(IReadOnlyDictionary<string, string> environment, Workspace workspace, string? page) =>
        OnGitHub(environment) ?? OnGitLab(environment) ?? (page is null ? null : WayFrom(page, workspace));

    private static string? OnGitHub(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("GITHUB_ACTIONS") is "true"
        && environment.GetValueOrDefault("GITHUB_SERVER_URL") is { Length: > 0 } server
        && environment.GetValueOrDefault("GITHUB_REPOSITORY") is { Length: > 0 } repository
        && environment.GetValueOrDefault("GITHUB_SHA") is { Length: > 0 } commit
            ? $"{server.TrimEnd('/')}/{SarifUri.Of(repository)}/blob/{SarifUri.Of(commit)}/"
            : null;

    private static string? OnGitLab(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("GITLAB_CI") is { Length: > 0 }
        && environment.GetValueOrDefault("CI_PROJECT_URL") is { Length: > 0 } project
        && environment.GetValueOrDefault("CI_COMMIT_SHA") is { Length: > 0 } commit
            ? $"{project.TrimEnd('/')}/-/blob/{SarifUri.Of(commit)}/"
            : null;

    private static string? WayFrom(string page, Workspace workspace)
    {
        var way = Path.GetRelativePath(Path.GetDirectoryName(RealPath.Of(page))!, workspace.Root);
        return way == "." ? ""
            : Path.IsPathRooted(way) ? null
            : $"{SarifUri.Of(way.Replace(Path.DirectorySeparatorChar, '/'))}/";
    }
}
