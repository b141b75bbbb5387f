using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers;
using KaizenGate.Core.Trackers.GitHub;
using KaizenGate.Core.Trackers.GitLab;

namespace KaizenGate.Cli.Pulling;

/// <summary>The trackers that can be asked.</summary>
internal static class TrackerList
{
    /// <summary>Opens a tracker; nothing is sent yet.</summary>
    /// <param name="settings">The tracker.</param>
    /// <param name="host">The environment.</param>
    /// <param name="reading">How bodies are read.</param>
    /// <param name="progress">Receives what is done and waited for; null to say nothing.</param>
    /// <exception cref="TrackerException">The address of the server is not encrypted.</exception>
    public static ITracker Open(
        TrackerSettings settings,
        Host host,
        ReadingOptions reading,
        Action<string>? progress = null
    )
    {
        var access = AccessOf(settings, host);
        var options = new PullOptions(host.Version, reading, host.Time) { Wait = host.Wait, Progress = progress };
        return settings.Kind switch
        {
            TrackerKind.GitHub => new GitHubTracker(settings, access, options),
            _ => new GitLabTracker(settings, access, options),
        };
    }

    /// <summary>Finds the API of a tracker and a token for it.</summary>
    /// <exception cref="TrackerException">The address of the server is not encrypted.</exception>
    public static TrackerAccess AccessOf(TrackerSettings settings, Host host) =>
        TrackerAccess.Of(settings, host.Environment, server => TrackerToken.Of(settings.Kind, server, host));
}
