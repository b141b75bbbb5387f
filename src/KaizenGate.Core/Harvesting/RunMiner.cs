using KaizenGate.Core.Masking;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Trackers.GitHub;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts runs of a build that failed, and passed on the same commit when they were repeated.</summary>
/// <param name="runs">The runs of a repository.</param>
internal sealed class RunMiner(GitHubRuns runs)
{
    /// <summary>Each repeated run takes a request.</summary>
    private const int MostRequests = 100;

    private const int LongestName = 120;

    /// <exception cref="Trackers.TrackerException">The server refuses.</exception>
    public void Mine(DateOnly since, MinedSignals signals)
    {
        var all = runs.Since(since);
        foreach (var run in all)
        {
            signals.Observe(SignalSources.Runs, DayOf(run));
        }

        Repeated(all, signals);
        StartedAgain(all, signals);
        signals.Scanned.Add(Wording.Amount(all.Length, "run"));
    }

    /// <summary>Runs of which a later attempt succeeded: the jobs that failed before.</summary>
    private void Repeated(ImmutableArray<GitHubRun> all, MinedSignals signals)
    {
        var requests = 0;
        foreach (var run in all.Where(run => run is { Attempt: > 1, Succeeded: true }))
        {
            for (var attempt = 1; attempt < run.Attempt && requests < MostRequests; attempt++, requests++)
            {
                foreach (var job in runs.FailedJobs(run.Id, attempt))
                {
                    signals.Add(
                        SignalRule.FlakyRun,
                        Shown($"{run.Workflow} / {job.Name}"),
                        DayOf(run),
                        1,
                        job.Duration,
                        $"{run.Id}"
                    );
                }
            }
        }
    }

    /// <summary>Runs that failed, and another one of the same workflow and commit after them that succeeded.</summary>
    private static void StartedAgain(ImmutableArray<GitHubRun> all, MinedSignals signals)
    {
        foreach (var same in all.GroupBy(run => (run.Workflow, run.Commit)))
        {
            var lastSuccess = same.Where(run => run.Succeeded == true).Select(run => run.Start).DefaultIfEmpty().Max();
            foreach (var failed in same.Where(run => run.Succeeded == false && run.Start < lastSuccess))
            {
                signals.Add(
                    SignalRule.FlakyRun,
                    Shown(failed.Workflow),
                    DayOf(failed),
                    1,
                    failed.Duration,
                    $"{failed.Id}"
                );
            }
        }
    }

    private static DateOnly DayOf(GitHubRun run) => DateOnly.FromDateTime(run.Start.UtcDateTime);

    private static string Shown(string name) => Escaping.VisibleText.Cut(MaskedText.Of(name), LongestName);
}
