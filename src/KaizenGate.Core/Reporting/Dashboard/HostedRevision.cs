using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The checked revision on the host of the repository, as the build server names it.</summary>
/// <param name="Repository">The address of the repository, without credentials.</param>
/// <param name="Commit">The full hash.</param>
/// <param name="Branch">The branch or tag; null when it is not named.</param>
/// <param name="Files">The address that a path relative to the root follows; null when the host has an unknown form.</param>
internal sealed record HostedRevision(string Repository, string Commit, string? Branch, string? Files)
{
    /// <summary>Reads the variables of GitHub Actions, Forgejo and Gitea, GitLab CI, Azure Pipelines or Bitbucket; null without them.</summary>
    public static HostedRevision? Of(IReadOnlyDictionary<string, string> environment)
    {
        return OnGitHub() ?? OnGitLab() ?? OnAzure() ?? OnBitbucket();

        string? Value(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

        HostedRevision? OnGitHub() =>
            Value("GITHUB_ACTIONS") is "true"
            && Value("GITHUB_SERVER_URL") is { } server
            && Value("GITHUB_REPOSITORY") is { } repository
            && Value("GITHUB_SHA") is { } commit
                ? Of($"{server.TrimEnd('/')}/{SarifUri.Of(repository)}", commit, Value("GITHUB_REF_NAME"), "blob")
                : null;

        HostedRevision? OnGitLab() =>
            Value("GITLAB_CI") is not null
            && Value("CI_PROJECT_URL") is { } project
            && Value("CI_COMMIT_SHA") is { } commit
                ? Of(project.TrimEnd('/'), commit, Value("CI_COMMIT_REF_NAME"), "-/blob")
                : null;

        HostedRevision? OnAzure() =>
            Value("TF_BUILD") is not null
            && Value("BUILD_REPOSITORY_URI") is { } repository
            && Value("BUILD_SOURCEVERSION") is { } commit
                ? Of(repository, commit, Value("BUILD_SOURCEBRANCHNAME"), null)
                : null;

        HostedRevision? OnBitbucket() =>
            Value("BITBUCKET_BUILD_NUMBER") is not null
            && Value("BITBUCKET_GIT_HTTP_ORIGIN") is { } repository
            && Value("BITBUCKET_COMMIT") is { } commit
                ? Of(repository, commit, Value("BITBUCKET_BRANCH"), "src")
                : null;
    }

    /// <summary>Removes a user name or token from the address; null when it is not one of the web.</summary>
    private static HostedRevision? Of(string repository, string commit, string? branch, string? folder)
    {
        if (!Uri.TryCreate(repository, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return null;
        }

        var root = address
            .GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
            .TrimEnd('/');
        return new(root, commit, branch, folder is null ? null : $"{root}/{folder}/{SarifUri.Of(commit)}/");
    }
}
