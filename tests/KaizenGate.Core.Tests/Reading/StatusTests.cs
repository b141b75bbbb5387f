using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

public class StatusTests
{
    [Theory]
    [InlineData("[ ]", Status.ToDo)]
    [InlineData("[x]", Status.Done)]
    [InlineData("[X]", Status.Done)]
    [InlineData("[/]", Status.InProgress)]
    [InlineData("[~]", Status.InProgress)]
    [InlineData("[⏳]", Status.InProgress)]
    [InlineData("[-]", Status.Rejected)]
    internal void Boxes(string box, Status expected)
    {
        Assert.Equal(expected, Md.One($"- {box} a\n").Status);
    }

    [Fact]
    public void An_unknown_symbol_in_a_check_box_is_to_do_and_reported()
    {
        var backlog = Md.Read("- [§] a\n");

        Assert.Equal(Status.ToDo, backlog.Improvements[0].Status);
        Assert.Equal((1, 3), (backlog.Problems[0].Span.Line, backlog.Problems[0].Span.Column));
    }

    [Theory]
    [InlineData("In Progress", Status.InProgress)]
    [InlineData("new (deliberately deferred until May)", Status.ToDo)]
    [InlineData("On Hold — revisit at v1.0", Status.Deferred)]
    [InlineData("Won't do", Status.Rejected)]
    [InlineData("✅ **DONE** (2026-02-03)", Status.Done)]
    [InlineData("Not started", Status.ToDo)]
    [InlineData("partially implemented", Status.InProgress)]
    [InlineData("Fixed during review", Status.Done)]
    [InlineData("TODO", Status.ToDo)]
    [InlineData("erledigt", Status.Done)]
    [InlineData("En cours", Status.InProgress)]
    [InlineData("完了", Status.Done)]
    [InlineData("진행 중", Status.InProgress)]
    [InlineData("已完成", Status.Done)]
    [InlineData("[x]", Status.Done)]
    internal void The_first_word_of_a_status_decides(string value, Status expected)
    {
        Assert.Equal(expected, Md.One($"### [A-1] a\n\n- **Status:** {value}\n").Status);
    }

    [Fact]
    public void An_unknown_status_is_a_problem_at_its_place()
    {
        var problem = Assert.Single(Md.Read("### [A-1] a\n\n- **Status:** Purple\n").Problems);

        Assert.Equal((3, 15, "a"), (problem.Span.Line, problem.Span.Column, problem.Item!.Title));
    }

    [Theory]
    [InlineData("## Completed", "[ ]", Status.ToDo)]
    [InlineData("## Deferred", "[ ]", Status.Deferred)]
    [InlineData("## In Progress", "[ ]", Status.InProgress)]
    [InlineData("## Rejected", "[ ]", Status.Rejected)]
    [InlineData("## Deferred", "[x]", Status.Done)]
    internal void A_box_beats_its_section_but_an_empty_one_is_refined_by_an_open_section(
        string heading,
        string box,
        Status expected
    )
    {
        Assert.Equal(expected, Md.One($"{heading}\n\n- {box} a\n").Status);
    }

    [Fact]
    public void A_status_word_overrides_the_check_box()
    {
        Assert.Equal(Status.InProgress, Md.One("- [x] a\n  - Status: In progress\n").Status);
    }

    [Theory]
    [InlineData("- [ ] ~~old~~", Status.Rejected)]
    [InlineData("- [ ] ~~old~~ (superseded)", Status.Rejected)]
    [InlineData("- [x] ~~old~~", Status.Done)]
    [InlineData("- [ ] ~~old~~ ✅", Status.Done)]
    internal void A_struck_title_is_rejected_unless_something_says_done(string text, Status expected)
    {
        Assert.Equal(expected, Md.One($"{text}\n").Status);
    }

    [Theory]
    [InlineData("Completed (Last 30 Days)", Status.Done)]
    [InlineData("✅ Completed Quick-Wins", Status.Done)]
    [InlineData("🚫 Rejected / Deferred", Status.Rejected)]
    [InlineData("Erledigt", Status.Done)]
    [InlineData("완료", Status.Done)]
    [InlineData("Someday / Maybe", Status.Deferred)]
    [InlineData("COMPLETED: Deploy to Vercel", Status.Done)]
    [InlineData("Open questions for review", null)]
    internal void Headings_that_give_a_status(string heading, Status? expected)
    {
        Assert.Equal(expected, Md.One($"## {heading}\n\n- [ ] a\n").Section!.Status);
    }

    [Theory]
    [InlineData("High Priority (Impact: High, Effort: Low)", Priority.High)]
    [InlineData("P1 — High Priority (<30min fixes)", Priority.High)]
    [InlineData("🟡 MEDIUM PRIORITY TASKS (Month 1)", Priority.Medium)]
    [InlineData("P3", Priority.Low)]
    [InlineData("Critical", Priority.High)]
    [InlineData("Niedrige Priorität", Priority.Low)]
    [InlineData("優先度: 高", Priority.High)]
    [InlineData("P0: Define the contract", Priority.High)]
    [InlineData("Low hanging fruit", null)]
    [InlineData("High availability", null)]
    internal void Headings_that_give_a_priority(string heading, Priority? expected)
    {
        Assert.Equal(expected, Md.One($"## {heading}\n\n- [ ] a\n").Section!.Priority);
    }
}
