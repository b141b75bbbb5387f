using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class MissingIdTests
{
    [Fact]
    public void An_open_heading_without_id_is_reported() =>
        Assert.Equal(["Bare"], Judge(Sample.Item("Bare"), Sample.Item("Named", id: "IMP-1")).Titles());

    [Theory]
    [InlineData(ImprovementForm.Task)]
    [InlineData(ImprovementForm.Bullet)]
    [InlineData(ImprovementForm.TableRow)]
    internal void Smaller_forms_need_none(ImprovementForm form) =>
        Assert.Empty(Judge(Sample.Item("Bare") with { Form = form }));

    [Fact]
    public void A_closed_one_needs_none_any_more() => Assert.Empty(Judge(Sample.Item("Bare", status: Status.Done)));

    private static RuleResult[] Judge(params Improvement[] items) =>
        Sample.Judge(MissingId.Rule, Sample.Backlog(items));
}
