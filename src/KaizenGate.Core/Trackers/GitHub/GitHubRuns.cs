using System.Text.Json;

namespace KaizenGate.Core.Trackers.GitHub;

/// <summary>The runs of the workflows of a repository, by the REST API. A token needs <c>actions: read</c>.</summary>
internal sealed class GitHubRuns
{
    /// <summary>The server lists at most 1,000 runs of a search.</summary>
    private const int MostPages = 10;

    private readonly TrackerClient client;
    private readonly string path;

    /// <param name="project">The repository: <c>owner/name</c>.</param>
    /// <param name="access">The API and the token.</param>
    /// <param name="options">How to ask.</param>
    public GitHubRuns(string project, TrackerAccess access, PullOptions options)
    {
        client = new TrackerClient(access, options);
        client.Always("Accept", "application/vnd.github+json");
        client.Always("X-GitHub-Api-Version", GitHubTracker.ApiVersion);
        path = $"/repos/{project}/actions/runs";
    }

    /// <summary>Reads the runs since a day, the newest first.</summary>
    /// <exception cref="TrackerException">They cannot be had.</exception>
    public ImmutableArray<GitHubRun> Since(DateOnly day)
    {
        var runs = ImmutableArray.CreateBuilder<GitHubRun>();
        var answer = client.Get($"{path}?created=%3E%3D{day:yyyy-MM-dd}&per_page=100");
        for (var page = 1; ; page++)
        {
            using var json = answer.Json;
            if (json is null || TrackerJson.Of(json.RootElement, "workflow_runs") is null)
            {
                throw new TrackerException(
                    "the server does not answer with runs",
                    "Check the address of the repository."
                );
            }

            runs.AddRange(TrackerJson.ListIn(json.RootElement, "workflow_runs").Select(Read).OfType<GitHubRun>());
            if (answer.Next is not { } next || page >= MostPages)
            {
                return runs.ToImmutable();
            }

            answer = client.Get(next);
        }
    }

    /// <summary>Reads the jobs of an attempt that failed; of a run with many, the first 100.</summary>
    /// <exception cref="TrackerException">They cannot be had.</exception>
    public ImmutableArray<FailedJob> FailedJobs(long run, int attempt)
    {
        using var json = client.Get($"{path}/{run}/attempts/{attempt}/jobs?per_page=100").Json;
        return json is null
            ? []
            :
            [
                .. TrackerJson
                    .ListIn(json.RootElement, "jobs")
                    .Where(job => TrackerJson.TextIn(job, "conclusion") is "failure" or "timed_out")
                    .Select(job => new FailedJob(
                        TrackerJson.TextIn(job, "name") ?? "",
                        Between(TrackerJson.TimeIn(job, "started_at"), TrackerJson.TimeIn(job, "completed_at"))
                    )),
            ];
    }

    private static GitHubRun? Read(JsonElement json) =>
        TrackerJson.NumberIn(json, "id") is { } id
        && TrackerJson.TextIn(json, "name") is { } name
        && TrackerJson.TextIn(json, "head_sha") is { } commit
        && TrackerJson.TimeIn(json, "run_started_at") is { } start
            ? new GitHubRun(
                id,
                name,
                commit,
                (int)Math.Clamp(TrackerJson.NumberIn(json, "run_attempt") ?? 1, 1, 1000),
                TrackerJson.TextIn(json, "conclusion") switch
                {
                    "success" => true,
                    "failure" or "timed_out" => false,
                    _ => null,
                },
                start,
                Between(start, TrackerJson.TimeIn(json, "updated_at"))
            )
            {
                File = TrackerJson.TextIn(json, "path"),
            }
            : null;

    private static TimeSpan Between(DateTimeOffset? start, DateTimeOffset? end) =>
        end - start is { } time && time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
