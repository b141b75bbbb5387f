using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class InvalidFieldTests
{
    [Fact]
    public void Each_reading_problem_is_a_finding_with_its_place_and_its_improvement()
    {
        var item = Sample.Item("Item");
        var span = SourceSpan.OnLine(90, 10, 7, 18);
        var backlog = Sample.Backlog(item) with { Problems = [new(span, "2026-02-30 is not a date", item)] };

        var found = Sample.Check(InvalidField.Rule, backlog).OnlyViolation();

        Assert.Equal(new Violation(span, "2026-02-30 is not a date", item), found);
    }
}
