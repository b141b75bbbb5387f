using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>A team whose commits complete one improvement each, captured in the same commit or long before.</summary>
internal static class DiaryTeam
{
    /// <summary>What KZ313 says of its commits.</summary>
    /// <param name="commits">The age in days of each, and whether it captures what it completes.</param>
    public static RuleResult[] Check(IEnumerable<(int DaysAgo, bool IsDiary)> commits)
    {
        var events = commits.SelectMany(
            (commit, number) =>
                new TimelineEvent[]
                {
                    commit.IsDiary
                        ? new(TimelineEventKind.Captured, $"{number}", Sample.DaysAgo(commit.DaysAgo), $"{number}")
                        : new(TimelineEventKind.Captured, $"{number}", Sample.DaysAgo(400), "before"),
                    new(TimelineEventKind.Completed, $"{number}", Sample.DaysAgo(commit.DaysAgo), $"{number}"),
                }
        );
        var timeline = new Timeline(Sample.DaysAgo(500), [.. events])
        {
            FirstCaptured = Sample.DaysAgo(500),
            CommitDays = [Sample.AsOf],
        };
        return
        [
            .. CapturedAsDone.Rule.Check(
                Sample.Context(CapturedAsDone.Rule, Sample.Backlog()) with
                {
                    Timeline = timeline,
                }
            ),
        ];
    }
}
