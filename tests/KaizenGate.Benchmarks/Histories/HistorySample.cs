using System.Collections.Immutable;
using System.Globalization;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>A repository with a history.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Title">What it contains.</param>
/// <param name="Pattern">The backlogs, as git names them.</param>
/// <param name="Changed">The backlog that a hook finds changed.</param>
/// <param name="Generate">Creates it in a folder.</param>
internal sealed record HistorySample(string Name, string Title, string Pattern, string Changed, Action<string> Generate)
{
    public static ImmutableArray<HistorySample> All { get; } =
    [
        OneBacklog(commits: 45_000, backlogCommits: 5_000),
        OneBacklog(commits: 4_500, backlogCommits: 500),
        ManyBacklogs(commits: 3_000, backlogs: 500),
    ];

    private static HistorySample OneBacklog(int commits, int backlogCommits) =>
        new(
            $"history-{backlogCommits}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{backlogCommits:N0} commits of the backlog among {commits:N0}"
            ),
            HistoryGenerator.Backlog,
            HistoryGenerator.Backlog,
            folder => HistoryGenerator.Generate(folder, commits, backlogCommits)
        );

    private static HistorySample ManyBacklogs(int commits, int backlogs) =>
        new(
            $"history-of-{backlogs}",
            string.Create(CultureInfo.InvariantCulture, $"{commits:N0} commits of {backlogs:N0} backlogs"),
            $"*/{HistoryGenerator.Backlog}",
            TeamBacklogs.PathOf(0),
            folder => HistoryGenerator.Generate(folder, import => new TeamBacklogs(backlogs).Write(import, commits))
        );
}
