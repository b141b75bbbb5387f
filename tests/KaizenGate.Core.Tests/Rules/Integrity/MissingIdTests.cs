using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class MissingIdTests
{
    [Fact]
    public void An_open_heading_without_id_is_reported() =>
        Assert.Equal(["Bare"], Check(WithStatus("Bare"), WithStatus("Named") with { Id = "IMP-1" }).Titles());

    [Fact]
    public void A_heading_without_fields_can_be_a_group() => Assert.Empty(Check(Sample.Item("Bare")));

    [Theory]
    [InlineData(ImprovementForm.Task)]
    [InlineData(ImprovementForm.Bullet)]
    [InlineData(ImprovementForm.TableRow)]
    internal void Smaller_forms_need_none(ImprovementForm form) =>
        Assert.Empty(Check(WithStatus("Bare") with { Form = form }));

    [Fact]
    public void A_closed_heading_needs_no_id() => Assert.Empty(Check(WithStatus("Bare") with { Status = Status.Done }));

    private static Improvement WithStatus(string title) =>
        Sample.Item(title) with
        {
            Fields = [new Field(FieldCatalog.Status, "Status", "Open", SourceSpan.FileStart)],
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(MissingId.Rule, Sample.Backlog(items));
}
