using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

public sealed class EffortTableTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(8, 5)]
    [InlineData(8.5, 6)]
    [InlineData(80, 9)]
    [InlineData(81, 10)]
    [InlineData(0, 1)]
    public void An_estimate_has_an_effort(double hours, double effort) =>
        Assert.Equal(effort, EffortTable.EffortOf(hours));

    [Fact]
    public void The_hours_of_an_effort_have_that_effort() =>
        Assert.All(
            Enumerable.Range(1, 10),
            effort => Assert.Equal(effort, EffortTable.EffortOf(EffortTable.HoursOf(effort)!.Value))
        );

    [Fact]
    public void Between_two_rows_the_longer_one_applies() => Assert.Equal(5, EffortTable.HoursOf(3.5));
}
