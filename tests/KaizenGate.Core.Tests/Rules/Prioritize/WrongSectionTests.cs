using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class WrongSectionTests
{
    [Fact]
    public void A_score_of_another_priority_is_reported()
    {
        // 7 × (11 − 2) = 63, which is medium.
        var found = Check(In(Priority.High, Sample.Item("Item", 7, 2))).OnlyViolation();

        Assert.Equal(
            "score 63 means medium priority, but the section \"High Priority\" is high priority",
            found.Message
        );
    }

    [Theory]
    [InlineData(10, 4, Priority.High)] // 70
    [InlineData(8, 6, Priority.Medium)] // 40
    [InlineData(3, 1, Priority.Low)] // 30
    internal void The_bounds_belong_to_the_higher_priority(double impact, double effort, Priority priority) =>
        Assert.Empty(Check(In(priority, Sample.Item("Item", impact, effort))));

    [Fact]
    public void A_section_without_a_priority_is_ignored() => Assert.Empty(Check(Sample.Item("Item", 7, 2)));

    [Theory]
    [InlineData(Status.Done)]
    [InlineData(Status.Deferred)]
    internal void Only_active_ones_are_moved(Status status) =>
        Assert.Empty(Check(In(Priority.High, Sample.Item("Item", 4, 9, status))));

    [Fact]
    public void A_score_from_words_may_be_a_priority_off() =>
        Assert.Empty(Check(In(Priority.Medium, FromWords(Sample.Item("Item", 6, 5)))));

    [Fact]
    public void A_score_from_words_may_not_be_two_priorities_off() =>
        Assert.Single(Check(In(Priority.High, FromWords(Sample.Item("Item", 4, 9)))));

    [Fact]
    public void A_score_off_the_scale_is_reported_by_its_own_rule() =>
        Assert.Empty(Check(In(Priority.Low, Sample.Item("Item", 12, 2))));

    private static Improvement In(Priority priority, Improvement item) =>
        item with
        {
            Section = new Section($"{priority} Priority", 2, SourceSpan.FileStart, priority, null),
        };

    private static Improvement FromWords(Improvement item) =>
        item with
        {
            Impact = item.Impact! with { Origin = ValueOrigin.Inferred },
            Effort = item.Effort! with { Origin = ValueOrigin.Inferred },
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(WrongSection.Rule, Sample.Backlog(items));
}
