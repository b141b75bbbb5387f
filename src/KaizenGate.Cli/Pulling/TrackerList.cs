using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers;
using KaizenGate.Core.Trackers.GitHub;
using KaizenGate.Core.Trackers.GitLab;

namespace KaizenGate.Cli.Pulling;

/// <summary>The trackers that can be asked.</summary>
internal static class TrackerList
{
    /// <summary>Opens a tracker; nothing is sent yet.</summary>
    public static ITracker Open(TrackerSettings settings, TrackerAccess access, PullOptions options) =>
        settings.Kind switch
        {
            TrackerKind.GitHub => new GitHubTracker(settings, access, options),
            _ => new GitLabTracker(settings, access, options),
        };
}
