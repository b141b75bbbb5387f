using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class TimeNotLoggedTests
{
    [Fact]
    public void It_fires_for_each_completion_without_hours() =>
        Assert.Equal(
            ["done 3"],
            Sample
                .Check(
                    TimeNotLogged.Rule,
                    Sample.Backlog(Completed.DaysAgo(3), Completed.DaysAgo(2).Hours(null, 0.5), Sample.Item("open"))
                )
                .Cast<Violation>()
                .Select(violation => violation.Item?.Title)
        );

    [Fact]
    public void A_rejected_improvement_needs_no_hours() =>
        Assert.Empty(Sample.Check(TimeNotLogged.Rule, Sample.Backlog(Sample.Item("a", status: Status.Rejected))));
}
