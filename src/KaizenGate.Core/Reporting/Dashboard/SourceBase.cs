using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The prefix of links from a page to files; see <see cref="ReportOptions.SourceBase"/>.</summary>
internal static class SourceBase
{
    /// <summary>Returns the address of the files on the host if the environment names it, else the path from the page to the repository.</summary>
    /// <param name="environment">The environment variables of GitHub Actions or GitLab CI.</param>
    /// <param name="workspace">The workspace of the run.</param>
    /// <param name="page">The absolute path of the page; null for standard output.</param>
    /// <returns>Null when the location of the page is unknown.</returns>
    public static string? Of(IReadOnlyDictionary<string, string> environment, Workspace workspace, string? page) =>
        OnGitHub(environment) ?? OnGitLab(environment) ?? (page is null ? null : RelativePath(page, workspace));

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

    private static string? RelativePath(string page, Workspace workspace)
    {
        var path = Path.GetRelativePath(Path.GetDirectoryName(RealPath.Of(page))!, workspace.Root);
        return path == "." ? ""
            : Path.IsPathRooted(path) ? null
            : $"{SarifUri.Of(path.Replace(Path.DirectorySeparatorChar, '/'))}/";
    }
}
