using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The gate must pass for a team that started last week.</summary>
public sealed class NewBacklogTests
{
    public static TheoryData<string> Ids =>
        [.. RuleCatalog.All.Where(rule => rule.Stage is Stage.Execute or Stage.Measure).Select(rule => rule.Id)];

    /// <summary>Two waiting, one of 80 hours deferred, one done and measured: 1 of 4 is executed.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Four_improvements_with_one_completed_pass(string id) =>
        AssertNoError(
            id,
            Sample.Item("Load only what is needed", 8, 2),
            Sample.Item("Log the decisions", 6, 3),
            Sample.Item("Redesign everything", 4, 9, Status.Deferred) with
            {
                EstimatedHours = Sample.Written(80d),
            },
            Sample.Item("Check before each commit", status: Status.Done) with
            {
                Completed = Sample.Written(Sample.DaysAgo(20)),
                TimeSpent = Sample.Written(3d),
                MeasuredImpact = new(new(null, null, null, null, true), "no broken commit in 100", default),
                Roi = Sample.Written(5d),
            }
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Thirty_captures_of_yesterday_pass(string id) =>
        AssertNoError(
            id,
            [
                .. Enumerable
                    .Range(1, 30)
                    .Select(number =>
                        Sample.Item($"Idea {number}", 5, 4) with
                        {
                            Captured = Sample.Written(Sample.DaysAgo(1)),
                        }
                    ),
            ]
        );

    private static void AssertNoError(string id, params Improvement[] items)
    {
        var rule = RuleCatalog.Find(id)!;
        var backlog = Sample.Backlog(items);
        var past = WrittenDates.Read(backlog, Sample.AsOf);
        var context = Sample.Context(rule, backlog) with
        {
            Timeline = past as Timeline,
            NoTimeline = past as NoHistory,
        };

        Assert.DoesNotContain(
            rule.Check(context),
            result => result is Violation found && (found.Severity ?? rule.DefaultSeverity) is Severity.Error
        );
    }
}
