namespace KaizenGate.Core.Trackers.GitHub;

/// <summary>A run of a workflow.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Workflow">The name of the workflow.</param>
/// <param name="Commit">The commit that it ran on.</param>
/// <param name="Attempt">The number of its last attempt, from 1.</param>
/// <param name="Succeeded">Whether the last attempt succeeded; null when it neither succeeded nor failed.</param>
/// <param name="Start">The start of the last attempt.</param>
/// <param name="Duration">Its duration, at least zero.</param>
internal sealed record GitHubRun(
    long Id,
    string Workflow,
    string Commit,
    int Attempt,
    bool? Succeeded,
    DateTimeOffset Start,
    TimeSpan Duration
)
{
    /// <summary>The file of the workflow in the repository; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>Whether it is of a workflow, given by its name or by the name of its file.</summary>
    public bool IsOf(string workflow) =>
        Workflow.Equals(workflow, StringComparison.OrdinalIgnoreCase)
        || (
            File is { } file && file[(file.LastIndexOf('/') + 1)..].Equals(workflow, StringComparison.OrdinalIgnoreCase)
        );
}

/// <summary>A failed job of an attempt.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Duration">At least zero.</param>
internal sealed record FailedJob(string Name, TimeSpan Duration);
