using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class CapturedAsDoneTests
{
    private readonly List<TimelineEvent> events = [];
    private int commits;

    [Theory]
    [InlineData(2, 4, null)]
    [InlineData(3, 4, "warning")]
    public void It_warns_above_a_third(int atOnce, int planned, string? expected)
    {
        Diary(atOnce, commits: 1, daysAgo: 5);
        Planned(planned, commits: planned, daysAgo: 50);

        Assert.Equal(expected, SeverityOf(Check()));
    }

    [Fact]
    public void It_gives_the_share_and_the_limit()
    {
        Diary(3, commits: 1, daysAgo: 5);
        Planned(2, commits: 2, daysAgo: 50);

        Assert.Equal(
            "60% of the completions in the last 12 weeks were captured in the commit that completes them (3 of 5); "
                + "at most 33.3% is expected",
            Check().OnlyViolation().Message
        );
    }

    /// <summary>(1/3)⁴ = 0.012 may be chance, (1/3)⁵ = 0.004 is not at a significance level of 0.01.</summary>
    [Theory]
    [InlineData(4, "warning")]
    [InlineData(5, "error")]
    public void It_is_an_error_when_chance_does_not_explain_it(int diary, string expected)
    {
        Diary(diary, commits: diary, daysAgo: 5);

        Assert.Equal(expected, SeverityOf(Check()));
    }

    [Fact]
    public void The_error_gives_the_commits_and_the_habit()
    {
        Diary(12, commits: 6, daysAgo: 5);

        Assert.Equal(
            "100% of the completions in the last 12 weeks were captured in the commit that completes them (12 of 12); "
                + "so do 6 of 6 commits with completions, which is significantly above 33.3%",
            Check().OnlyViolation().Message
        );
    }

    /// <summary>A split, an import and a wave of small things are one decision, however many entries they have.</summary>
    [Fact]
    public void One_commit_is_never_an_error()
    {
        Diary(40, commits: 1, daysAgo: 5);

        Assert.Equal("warning", SeverityOf(Check()));
    }

    /// <summary>With a habit of one half, 5 of 5 have a probability of 1/32 and 7 of 7 one of 1/128.</summary>
    [Theory]
    [InlineData(5, "warning")]
    [InlineData(6, "warning")]
    [InlineData(7, "error")]
    public void A_higher_habit_needs_more_commits(int diary, string expected)
    {
        Diary(8, commits: 8, daysAgo: 200);
        Planned(8, commits: 8, daysAgo: 200);
        Diary(diary, commits: diary, daysAgo: 5);

        Assert.Equal(expected, SeverityOf(Check()));
    }

    [Fact]
    public void A_habit_above_one_half_does_not_excuse_it()
    {
        Diary(20, commits: 20, daysAgo: 200);
        Diary(7, commits: 7, daysAgo: 5);

        Assert.Equal("error", SeverityOf(Check()));
    }

    /// <summary>Squashed branches capture and complete in one commit; their dates show the days between.</summary>
    [Fact]
    public void An_earlier_date_in_the_file_prevents_the_error()
    {
        for (var number = 0; number < 9; number++)
        {
            Add(TimelineEventKind.Captured, $"dated {number}", daysAgo: 9, commit: $"squash {number}");
            Add(TimelineEventKind.Completed, $"dated {number}", daysAgo: 5, commit: $"squash {number}");
        }

        Assert.Equal("warning", SeverityOf(Check()));
    }

    [Fact]
    public void An_uncommitted_diary_counts_too()
    {
        for (var number = 0; number < 3; number++)
        {
            Add(TimelineEventKind.Captured, $"new {number}", daysAgo: 0, commit: null);
            Add(TimelineEventKind.Completed, $"new {number}", daysAgo: 0, commit: null);
        }

        Assert.Equal("warning", SeverityOf(Check()));
    }

    [Fact]
    public void What_a_new_backlog_begins_with_does_not_count()
    {
        Diary(20, commits: 1, daysAgo: 60);
        Planned(3, commits: 3, daysAgo: 5);

        Assert.Empty(Check(firstCaptured: 70));
    }

    [Fact]
    public void Fewer_than_3_completions_are_not_evaluated()
    {
        Diary(2, commits: 2, daysAgo: 5);

        Assert.Equal("needs 3 completions in the window, found 2", Check().OnlyNotEvaluated().Reason);
    }

    [Fact]
    public void It_needs_commits() =>
        Assert.Contains(
            "needs the commits of the repository",
            FlowSample.Check(CapturedAsDone.Rule, new Timeline(Sample.DaysAgo(300), [])).OnlyNotEvaluated().Reason
        );

    private void Diary(int number, int commits, int daysAgo)
    {
        for (var at = 0; at < number; at++)
        {
            var (key, commit) = ($"diary {events.Count}", Commit(at % commits));
            Add(TimelineEventKind.Captured, key, daysAgo, commit);
            Add(TimelineEventKind.Completed, key, daysAgo, commit);
        }

        this.commits += commits;
    }

    private void Planned(int number, int commits, int daysAgo)
    {
        for (var at = 0; at < number; at++)
        {
            var key = $"planned {events.Count}";
            Add(TimelineEventKind.Captured, key, daysAgo + 20, "before");
            Add(TimelineEventKind.Completed, key, daysAgo, Commit(at % commits));
        }

        this.commits += commits;
    }

    private string Commit(int number) => $"commit {commits + number}";

    private void Add(TimelineEventKind kind, string key, int daysAgo, string? commit) =>
        events.Add(new(kind, key, Sample.DaysAgo(daysAgo), commit));

    private RuleResult[] Check(int firstCaptured = 300) =>
        FlowSample.Check(
            CapturedAsDone.Rule,
            new Timeline(Sample.DaysAgo(300), [.. events])
            {
                FirstCaptured = Sample.DaysAgo(firstCaptured),
                CommitDays = [Sample.DaysAgo(5)],
            }
        );

    private static string? SeverityOf(RuleResult[] results) =>
        results is [Violation found] ? $"{found.Severity}".ToLowerInvariant() : null;
}
