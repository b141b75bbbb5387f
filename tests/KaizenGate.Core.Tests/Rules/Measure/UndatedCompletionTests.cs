using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class UndatedCompletionTests
{
    [Fact]
    public void It_fires_for_each_completion_without_a_date()
    {
        var found = Sample.Check(
            UndatedCompletion.Rule,
            Sample.Backlog(Undated("a"), Completed.DaysAgo(3), Undated("c"))
        );

        Assert.Equal(["a", "c"], found.Cast<Violation>().Select(violation => violation.Item?.Title));
    }

    [Fact]
    public void The_date_may_come_from_the_history() =>
        Assert.Empty(
            UndatedCompletion.Rule.Check(
                Sample.Context(UndatedCompletion.Rule, Sample.Backlog(Undated("a"))) with
                {
                    Timeline = new(
                        Sample.DaysAgo(9),
                        [new TimelineEvent(TimelineEventKind.Completed, "a", Sample.DaysAgo(2), "c0ffee")]
                    ),
                }
            )
        );

    [Fact]
    public void An_open_improvement_needs_no_completion_date() =>
        Assert.Empty(Sample.Check(UndatedCompletion.Rule, Sample.Backlog(Sample.Item("a"))));

    private static Improvement Undated(string title) => Sample.Item(title, status: Status.Done);
}
