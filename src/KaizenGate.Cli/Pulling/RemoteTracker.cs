using KaizenGate.Core.History;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers;

namespace KaizenGate.Cli.Pulling;

/// <summary>The tracker of a repository, by its remote.</summary>
internal static class RemoteTracker
{
    /// <summary>Returns the tracker of the remote <c>origin</c>, if there is a token for it; null otherwise.</summary>
    public static TrackerSettings? Of(Host host)
    {
        if (
            Repositories.OriginOf(host.WorkingFolder, host.Environment) is not { } remote
            || Parse(remote, host) is not { } tracker
        )
        {
            return null;
        }

        try
        {
            return TrackerList.AccessOf(tracker, host).Token is null ? null : tracker;
        }
        catch (TrackerException)
        {
            return null;
        }
    }

    /// <summary>Reads <c>https://github.com/owner/name.git</c>, <c>git@github.com:owner/name.git</c> and the like; null for other hosts.</summary>
    internal static TrackerSettings? Parse(string remote, Host host)
    {
        var (server, path) = Parts(remote);
        path = path.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        TrackerKind? kind =
            server is "github.com"
            || server.EndsWith(".ghe.com", StringComparison.Ordinal)
            || IsServer("GITHUB_SERVER_URL")
                ? TrackerKind.GitHub
            : server is "gitlab.com" || IsServer("CI_SERVER_URL") || IsServer("GITLAB_HOST") ? TrackerKind.GitLab
            : null;
        return kind is { } known && TrackerKeys.IsProject(path, known)
            ? new(known, path) { Host = server is "github.com" or "gitlab.com" ? null : $"https://{server}" }
            : null;

        bool IsServer(string variable) =>
            host.Environment.GetValueOrDefault(variable) is { Length: > 0 } own
            && (own == server || (Uri.TryCreate(own, UriKind.Absolute, out var address) && address.Host == server));
    }

    private static (string Server, string Path) Parts(string remote)
    {
        if (Uri.TryCreate(remote, UriKind.Absolute, out var address) && address.Host.Length > 0)
        {
            return (address.Host, address.AbsolutePath.Trim('/'));
        }

        var colon = remote.IndexOf(':', StringComparison.Ordinal);
        var at = remote.IndexOf('@', StringComparison.Ordinal);
        return colon > at && at >= 0 ? (remote[(at + 1)..colon], remote[(colon + 1)..].Trim('/')) : ("", "");
    }
}
