using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class OutOfOrderTests
{
    private static readonly Section High = new("High Priority", 2, SourceSpan.FileStart, Priority.High, null);
    private static readonly Section Low = new("Low Priority", 2, SourceSpan.FileStart, Priority.Low, null);

    [Fact]
    public void The_first_rise_of_a_section_is_reported_once()
    {
        // Scores 72, 90, 80, 100.
        var found = Check(In(High, 8, 2), In(High, 9, 1), In(High, 8, 1), In(High, 10, 1)).OnlyViolation();

        Assert.Equal(6, found.Span.Line);
        Assert.Equal(
            "score 90 comes after score 72 on line 3; sort the section by score, highest first",
            found.Message
        );
    }

    [Fact]
    public void Equal_scores_may_have_any_order() =>
        Assert.Empty(Check(In(High, 8, 2), In(High, 9, 3), In(High, 7, 1)));

    [Fact]
    public void A_new_section_has_its_own_order() => Assert.Empty(Check(In(Low, 4, 9), In(High, 8, 2)));

    [Fact]
    public void Each_section_is_checked() =>
        Assert.Equal(2, Check(In(Low, 1, 9), In(Low, 4, 9), In(High, 8, 2), In(High, 10, 1)).Length);

    [Fact]
    public void Inactive_improvements_may_have_any_section() =>
        Assert.Empty(Check(In(High, 8, 2), In(High, 10, 1) with { Status = Status.Deferred }));

    [Fact]
    public void A_score_from_words_has_no_place_in_the_order()
    {
        var high = In(High, 8, 2);

        Assert.Empty(Check(In(High, 1, 9), high with { Impact = high.Impact! with { Origin = ValueOrigin.Inferred } }));
    }

    private static Improvement In(Section section, double impact, double effort) =>
        Sample.Item($"{impact} {effort}", impact, effort) with
        {
            Section = section,
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(OutOfOrder.Rule, Sample.Backlog(items));
}
