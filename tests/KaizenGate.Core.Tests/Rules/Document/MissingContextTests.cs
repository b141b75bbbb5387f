using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Document;

public class MissingContextTests
{
    [Fact]
    public void All_that_is_missing_is_one_finding() =>
        Assert.Equal(
            "it states no proposed solution and no expected outcome; an improvement of high priority must",
            Judge(Sample.Item("Item", 8, 2)).OnlyViolation().Message
        );

    [Fact]
    public void Only_what_is_missing_is_named()
    {
        var item = Sample.Item("Item", 6, 3) with { ProposedSolution = Sample.Written("Log the decisions") };

        Assert.Equal(
            "it states no expected outcome; an improvement of medium priority must",
            Judge(item).OnlyViolation().Message
        );
    }

    [Fact]
    public void Low_priority_needs_no_context_yet() => Assert.Empty(Judge(Sample.Item("Item", 4, 9)));

    [Fact]
    public void What_has_no_priority_is_left_to_the_rule_on_scores() => Assert.Empty(Judge(Sample.Item("Item")));

    [Fact]
    public void A_bare_task_cannot_be_asked() =>
        Assert.Empty(Judge(Sample.Item("Item", 8, 2) with { Form = ImprovementForm.Task }));

    [Theory]
    [InlineData(Status.Done)]
    [InlineData(Status.Deferred)]
    public void Only_active_ones_are_asked(Status status) => Assert.Empty(Judge(Sample.Item("Item", 8, 2, status)));

    [Fact]
    public void The_settings_say_what_is_asked_for()
    {
        var lists = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("fields", ["owner"]);
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add("KZ501", new RuleSettings { Lists = lists }),
        };

        var found = Sample.Judge(MissingContext.Rule, Sample.Backlog(Sample.Item("Item", 8, 2)), settings);

        Assert.StartsWith("it states no owner;", found.OnlyViolation().Message, StringComparison.Ordinal);
    }

    private static RuleResult[] Judge(params Improvement[] items) =>
        Sample.Judge(MissingContext.Rule, Sample.Backlog(items));
}
