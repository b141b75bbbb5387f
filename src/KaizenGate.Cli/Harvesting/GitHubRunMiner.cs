using KaizenGate.Cli.Items;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers;
using KaizenGate.Core.Trackers.GitHub;

namespace KaizenGate.Cli.Harvesting;

/// <summary>Asks GitHub for the runs of the repository: that of the settings, else of the remote <c>origin</c>.</summary>
internal static class GitHubRunMiner
{
    /// <exception cref="InputException">No repository on GitHub with a token is known.</exception>
    public static void Mine(ItemRun run, DateOnly since, MinedSignals signals)
    {
        var host = run.Host;
        var settings =
            run.Settings.Trackers.FirstOrDefault(tracker => tracker.Kind is TrackerKind.GitHub)
            ?? RemoteTracker.Of(host);
        if (settings is not { Kind: TrackerKind.GitHub })
        {
            throw new InputException(
                "there is no repository on GitHub to ask for runs",
                "Set GITHUB_TOKEN, or log in with `gh auth login`, in a clone whose remote origin is on GitHub."
            );
        }

        try
        {
            using var runs = new GitHubRuns(
                settings.Project,
                TrackerList.AccessOf(settings, host),
                new PullOptions(host.Version, run.Reading, host.Time) { Wait = host.Wait }
            );
            new RunMiner(runs).Mine(since, signals);
        }
        catch (TrackerException failed)
        {
            signals.Remarks.Add(
                $"the runs of {settings.Project} cannot be read: {failed.Message}. {failed.Remedy.TrimEnd('.')}"
            );
        }
    }
}
