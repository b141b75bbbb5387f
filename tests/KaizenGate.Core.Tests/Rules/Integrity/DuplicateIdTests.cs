using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class DuplicateIdTests
{
    [Fact]
    public void Each_repetition_names_the_line_of_the_first()
    {
        var found = Check(
            Sample.Item("One", id: "IMP-1"),
            Sample.Item("Two", id: "IMP-2"),
            Sample.Item("Three", id: "imp-1"),
            Sample.Item("Four", id: "IMP-1")
        );

        Assert.Equal(["Three", "Four"], found.Titles());
        Assert.All(
            found,
            result =>
                Assert.Contains(
                    "already used on line 3",
                    Assert.IsType<Violation>(result).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_id_is_the_place()
    {
        var second = Sample.Item("Two", id: "A-1") with { IdSpan = SourceSpan.OnLine(40, 3, 8, 6) };

        Assert.Equal(8, Check(Sample.Item("One", id: "A-1"), second).OnlyViolation().Span.Line);
    }

    [Fact]
    public void The_place_of_the_first_is_its_id_too()
    {
        var first = Sample.Item("One", id: "A-1") with { IdSpan = SourceSpan.OnLine(40, 3, 4, 6) };

        Assert.Contains(
            "already used on line 4",
            Check(first, Sample.Item("Two", id: "A-1")).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Improvements_without_ids_have_no_duplicates() =>
        Assert.Empty(Check(Sample.Item("One"), Sample.Item("One")));

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(DuplicateId.Rule, Sample.Backlog(items));
}
