using KaizenGate.Cli.Items;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.Reading;
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
        try
        {
            Ask(run.Host, run.Settings, run.Reading, runs => new RunMiner(runs).Mine(since, signals));
        }
        catch (TrackerException failed)
        {
            signals.Remarks.Add($"the runs cannot be read: {failed.Message}. {failed.Remedy.TrimEnd('.')}");
        }
    }

    /// <summary>Returns an answer about the runs.</summary>
    /// <exception cref="InputException">No repository on GitHub with a token is known, or the server refuses.</exception>
    public static T With<T>(Host host, GateSettings settings, Func<GitHubRuns, T> ask)
    {
        try
        {
            T? answer = default;
            Ask(host, settings, SettingsOptions.ReadingOf(settings), runs => answer = ask(runs));
            return answer!;
        }
        catch (TrackerException failed)
        {
            throw new InputException($"the runs cannot be read: {failed.Message}", failed.Remedy);
        }
    }

    private static void Ask(Host host, GateSettings settings, ReadingOptions reading, Action<GitHubRuns> ask)
    {
        var tracker =
            settings.Trackers.FirstOrDefault(tracker => tracker.Kind is TrackerKind.GitHub) ?? RemoteTracker.Of(host);
        if (tracker is not { Kind: TrackerKind.GitHub })
        {
            throw new InputException(
                "there is no repository on GitHub to ask for runs",
                "Set GITHUB_TOKEN, or log in with `gh auth login`, in a clone whose remote origin is on GitHub."
            );
        }

        var runs = new GitHubRuns(
            tracker.Project,
            TrackerList.AccessOf(tracker, host),
            new PullOptions(host.Version, reading, host.Time) { Wait = host.Wait }
        );
        ask(runs);
    }
}
