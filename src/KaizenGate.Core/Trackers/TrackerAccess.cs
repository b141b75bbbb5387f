using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Trackers;

/// <summary>Where the API of a tracker is, and what is sent to prove who asks.</summary>
/// <param name="Api">The address that paths are added to; without a slash at its end.</param>
/// <param name="Token">Null to send none.</param>
internal sealed record TrackerAccess(string Api, string? Token)
{
    /// <summary>The variable that the token comes from, or the program; null without a token.</summary>
    public string? TokenSource { get; init; }

    /// <summary>
    /// Finds the API and a token for it. Settings are part of a repository, so anyone who proposes a change can name a host in them: a token
    /// is only sent to the server that it belongs to, which is that of the environment.
    /// </summary>
    /// <param name="tracker">The tracker.</param>
    /// <param name="environment">The user's environment variables.</param>
    /// <param name="ask">Asks the program of the tracker for the token of a host, <c>github.com</c>; null when it has none.</param>
    /// <exception cref="TrackerException">The address of the server is not encrypted.</exception>
    public static TrackerAccess Of(
        TrackerSettings tracker,
        IReadOnlyDictionary<string, string> environment,
        Func<string, string?> ask
    )
    {
        var (api, own, tokens) =
            tracker.Kind is TrackerKind.GitHub
                ? (GitHubApi(tracker.Host, environment), GitHubApi(null, environment), GitHubTokens)
                : (GitLabApi(tracker.Host, environment), GitLabApi(null, environment), GitLabTokens);
        var address = new Uri(api);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new TrackerException(
                $"the address of the server is not encrypted: {address.GetLeftPart(UriPartial.Authority)}",
                "Use https."
            );
        }

        if (new Uri(own).Authority == address.Authority)
        {
            foreach (var name in tokens)
            {
                if (environment.GetValueOrDefault(name)?.Trim() is { Length: > 0 } token)
                {
                    return new(api, token) { TokenSource = name };
                }
            }
        }

        var host =
            tracker.Kind is TrackerKind.GitHub && address.Host == "api.github.com" ? "github.com" : address.Authority;
        return ask(host)?.Trim() is { Length: > 0 } answer
            ? new(api, answer) { TokenSource = tracker.Kind is TrackerKind.GitHub ? "gh auth token" : "glab" }
            : new(api, null);
    }

    private static readonly ImmutableArray<string> GitHubTokens = ["GITHUB_TOKEN", "GH_TOKEN"];

    private static readonly ImmutableArray<string> GitLabTokens = ["GITLAB_TOKEN", "KAIZEN_GITLAB_TOKEN"];

    private static string GitHubApi(string? host, IReadOnlyDictionary<string, string> environment)
    {
        if (host is null)
        {
            return environment.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } api && IsAddress(api)
                ? api.TrimEnd('/')
                : "https://api.github.com";
        }

        var name = new Uri(host).Authority;
        return name == "github.com" ? "https://api.github.com"
            : name.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase) ? $"https://api.{name}"
            : $"{host}/api/v3";
    }

    private static string GitLabApi(string? host, IReadOnlyDictionary<string, string> environment) =>
        host is not null ? $"{host}/api/v4"
        : environment.GetValueOrDefault("CI_API_V4_URL") is { Length: > 0 } api && IsAddress(api) ? api.TrimEnd('/')
        : environment.GetValueOrDefault("GITLAB_HOST") is { Length: > 0 } own
            ? $"{(IsAddress(own) ? own.TrimEnd('/') : $"https://{own}")}/api/v4"
        : "https://gitlab.com/api/v4";

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Host.Length > 0;
}
