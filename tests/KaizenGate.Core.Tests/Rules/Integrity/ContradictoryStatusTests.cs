using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class ContradictoryStatusTests
{
    private static readonly Section High = new("High Priority", 2, SourceSpan.FileStart, Priority.High, null);

    private static readonly Section Completed = new(
        "Completed",
        2,
        SourceSpan.OnLine(500, 9, 40, 4),
        null,
        Status.Done
    );

    [Fact]
    public void A_done_field_with_an_empty_box_is_a_contradiction()
    {
        var found = Check(Field(Status.Done, "Done"), EmptyBox).OnlyViolation();

        Assert.Equal(
            "the status says done (\"Done\"), but the box says open (\"[ ]\"); make them agree",
            found.Message
        );
        Assert.Equal(EmptyBox.Span, found.Span);
    }

    [Fact]
    public void An_open_improvement_in_a_completed_section_is_reported_at_itself()
    {
        var found = Check(EmptyBox, InSection(Status.Done, "Completed")).OnlyViolation();

        Assert.Equal(EmptyBox.Span, found.Span);
    }

    [Theory]
    [InlineData(Status.ToDo)]
    [InlineData(Status.InProgress)]
    [InlineData(Status.Deferred)]
    internal void Open_by_the_field_and_done_by_the_box_is_a_contradiction(Status status) =>
        Assert.Single(Check(Field(status, "…"), TickedBox));

    [Theory]
    [InlineData(Status.InProgress)]
    [InlineData(Status.Deferred)]
    [InlineData(Status.Rejected)]
    internal void A_section_refines_an_empty_box(Status section) =>
        Assert.Empty(Check(EmptyBox, InSection(section, "…")));

    [Fact]
    public void A_plain_To_Do_in_a_rejected_section_is_a_contradiction() =>
        Assert.Single(Check(Field(Status.ToDo, "To Do"), InSection(Status.Rejected, "Rejected")));

    [Theory]
    [InlineData(Status.Deferred, Status.InProgress)]
    [InlineData(Status.ToDo, Status.InProgress)]
    [InlineData(Status.InProgress, Status.ToDo)]
    internal void Two_open_statuses_do_not_contradict_each_other(Status field, Status section) =>
        Assert.Empty(Check(Field(field, "…"), InSection(section, "…")));

    [Fact]
    public void A_rejected_improvement_may_be_ticked_off() =>
        Assert.Empty(Check(Field(Status.Rejected, "Won't do"), TickedBox, InSection(Status.Done, "Closed")));

    [Fact]
    public void Three_signs_make_one_finding() =>
        Assert.Single(Check(Field(Status.Done, "Done"), EmptyBox, InSection(Status.InProgress, "Doing")));

    [Fact]
    public void A_ticked_box_in_a_priority_section_belongs_to_the_completed_ones()
    {
        var found = JudgeTicked([High, Completed]).OnlyViolation();

        Assert.Equal(TickedBox.Span, found.Span);
        Assert.Equal(
            "the box says done (\"[x]\"), but the section \"High Priority\" is for open improvements; "
                + "move it to \"Completed\" on line 40",
            found.Message
        );
    }

    [Fact]
    public void Where_no_section_is_for_completed_ones_they_stay_in_place() => Assert.Empty(JudgeTicked([High]));

    [Fact]
    public void The_title_of_a_list_of_work_contradicts_completions_when_these_have_a_section()
    {
        var item = With(Field(Status.Done, "Done"), InSection(Status.ToDo, "Backlog Items") with { IsWeak = true });

        Assert.Empty(Sample.Check(ContradictoryStatus.Rule, Sample.Backlog(item)));
        Assert.Single(Sample.Check(ContradictoryStatus.Rule, Sample.Backlog(item) with { Sections = [Completed] }));
    }

    [Fact]
    public void A_field_that_two_places_state_differently_is_reported_at_the_other_place()
    {
        var other = SourceSpan.OnLine(300, 1, 30, 14);
        var item = Sample.Item("Item") with
        {
            Contradictions =
            [
                new(FieldCatalog.TargetDate, "2026-04-01", SourceSpan.OnLine(100, 1, 10, 8), "2026-05-01", other),
            ],
        };

        var found = Sample.Check(ContradictoryStatus.Rule, Sample.Backlog(item)).OnlyViolation();

        Assert.Equal(other, found.Span);
        Assert.Equal(
            "target date is \"2026-05-01\" here and \"2026-04-01\" on line 10; it is the same improvement, so make them agree",
            found.Message
        );
    }

    [Fact]
    public void Two_places_with_two_statuses_are_one_finding()
    {
        var item = With(Field(Status.Done, "Done"), Field(Status.ToDo, "To Do")) with
        {
            Contradictions =
            [
                new(FieldCatalog.Status, "Done", SourceSpan.FileStart, "To Do", SourceSpan.OnLine(90, 5, 9, 3)),
            ],
        };

        Assert.Single(Sample.Check(ContradictoryStatus.Rule, Sample.Backlog(item)));
    }

    private static StatusSign EmptyBox { get; } =
        new(StatusSource.Box, Status.ToDo, "[ ]", SourceSpan.OnLine(60, 3, 7, 3), IsWeak: true);

    private static StatusSign TickedBox { get; } =
        new(StatusSource.Box, Status.Done, "[x]", SourceSpan.OnLine(60, 3, 7, 3));

    private static StatusSign Field(Status status, string text) =>
        new(StatusSource.Field, status, text, SourceSpan.OnLine(80, text.Length, 8, 13));

    private static StatusSign InSection(Status status, string title) =>
        new(StatusSource.Section, status, title, SourceSpan.OnLine(20, title.Length, 2, 4));

    private static Improvement With(params StatusSign[] signs) =>
        Sample.Item("Item", status: signs[0].Status) with
        {
            StatusSigns = [.. signs],
        };

    private static RuleResult[] Check(params StatusSign[] signs) =>
        Sample.Check(ContradictoryStatus.Rule, Sample.Backlog(With(signs)));

    private static RuleResult[] JudgeTicked(Section[] sections) =>
        Sample.Check(
            ContradictoryStatus.Rule,
            Sample.Backlog(With(TickedBox) with { Section = High }) with
            {
                Sections = [.. sections],
            }
        );
}
