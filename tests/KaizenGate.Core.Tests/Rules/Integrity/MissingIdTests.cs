using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class MissingIdTests
{
    [Fact]
    public void An_open_heading_without_id_is_reported() =>
        Assert.Equal(["Bare"], Check(Sample.Item("Bare"), Sample.Item("Named", id: "IMP-1")).Titles());

    [Theory]
    [InlineData(ImprovementForm.Task)]
    [InlineData(ImprovementForm.Bullet)]
    [InlineData(ImprovementForm.TableRow)]
    internal void Smaller_forms_need_none(ImprovementForm form) =>
        Assert.Empty(Check(Sample.Item("Bare") with { Form = form }));

    [Fact]
    public void A_closed_heading_needs_no_id() => Assert.Empty(Check(Sample.Item("Bare", status: Status.Done)));

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(MissingId.Rule, Sample.Backlog(items));
}
