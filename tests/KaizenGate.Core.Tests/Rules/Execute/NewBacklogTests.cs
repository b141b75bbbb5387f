using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Execute;

public class NewBacklogTests
{
    [Fact]
    public void A_dozen_captures_on_the_first_day_are_not_growth()
    {
        var items = Enumerable
            .Range(1, 12)
            .Select(number =>
                Sample.Item($"idea {number}", 5, 5) with
                {
                    Captured = Sample.Written(Sample.DaysAgo(1)),
                }
            );

        var verdict = Gate.Check(
            Gate.ByTheirDates([Sample.Backlog(items)], Sample.AsOf),
            GateSettings.Default,
            Sample.AsOf,
            "0.0.0"
        );

        Assert.DoesNotContain(verdict.Findings, finding => finding.Rule.Id is "KZ301" or "KZ302" or "KZ303");
        Assert.Equal(
            ["KZ301", "KZ302", "KZ303"],
            verdict.NotEvaluated.Select(one => one.Rule.Id).Where(id => id is "KZ301" or "KZ302" or "KZ303")
        );
    }
}
