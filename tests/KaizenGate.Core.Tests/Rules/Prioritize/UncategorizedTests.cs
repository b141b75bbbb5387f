using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class UncategorizedTests
{
    [Fact]
    public void An_active_improvement_without_category_is_reported() =>
        Assert.Equal(["Bare"], Check(Sample.Item("Bare"), Sample.Item("Over", status: Status.Done)).Titles());

    [Fact]
    public void A_word_of_the_team_is_a_category()
    {
        var word = new Written<Category?>(null, "Onboarding", SourceSpan.FileStart);

        Assert.Empty(Check(Sample.Item("Item") with { Category = word }));
    }

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(Uncategorized.Rule, Sample.Backlog(items));
}
