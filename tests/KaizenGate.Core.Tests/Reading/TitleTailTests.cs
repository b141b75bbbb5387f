using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Status, dates and fields after a title.</summary>
public class TitleTailTests
{
    private static Improvement Titled(string title) => Md.One($"### A-1: {title}\n");

    [Theory]
    [InlineData("Title — ✅ Done (2026-08-20)", Status.Done, "2026-08-20")]
    [InlineData("Title (done 2026-08-20)", Status.Done, "2026-08-20")]
    [InlineData("Title ✅ DONE 2026-08-20 (v1.12.0)", Status.Done, "2026-08-20")]
    [InlineData("Title ✅ 2026-08-20", Status.Done, "2026-08-20")]
    [InlineData("Title (erledigt am 20.08.2026)", Status.Done, "2026-08-20")]
    [InlineData("~~Title~~ (fixed 2026-08-20)", Status.Done, "2026-08-20")]
    [InlineData("Title [DONE]", Status.Done, null)]
    [InlineData("Title - COMPLETED", Status.Done, null)]
    [InlineData("Title (shipped in v1.2)", Status.Done, null)]
    [InlineData("Title — done in #12", Status.Done, null)]
    [InlineData("**Title** *(RESOLVED)*", Status.Done, null)]
    [InlineData("Title ✅ 已完成", Status.Done, null)]
    [InlineData("Title (in progress)", Status.InProgress, null)]
    [InlineData("Title ⏳", Status.InProgress, null)]
    [InlineData("Title (planned)", Status.ToDo, null)]
    [InlineData("Title (blocked by the vendor)", Status.Deferred, null)]
    [InlineData("~~Title~~ — superseded by A-2", Status.Rejected, null)]
    [InlineData("Title ❌", Status.Rejected, null)]
    internal void A_status_is_taken_off_the_title(string written, Status status, string? completed)
    {
        var item = Titled(written);

        Assert.Equal(
            ("Title", status, completed is null ? (DateOnly?)null : DateOnly.Parse(completed)),
            (item.Title, item.Status, item.Completed?.Value)
        );
    }

    [Theory]
    [InlineData("Build twice (saves 30 s)")]
    [InlineData("Show the ✅ sign in lists")]
    [InlineData("Read the file - closed connections leak")]
    [InlineData("Add a status (open/closed)")]
    [InlineData("Improve CI (testing)")]
    [InlineData("Update to v2 (v2.0.1)")]
    [InlineData("Contrast is low (WCAG 2.1 AA)")]
    [InlineData("Merge a | b — PR #12")]
    [InlineData("Sessions end early (5 min)")]
    [InlineData("Rename it (fixed by the third line of the second paragraph of the page)")]
    [InlineData("Launch 🚀")]
    public void Other_remarks_are_part_of_the_title(string title)
    {
        var item = Titled(title);

        Assert.Equal((title, Status.ToDo), (item.Title, item.Status));
    }

    [Theory]
    [InlineData("Record the access (new)")]
    [InlineData("Record the access (draft)")]
    [InlineData("Das Protokoll schreiben (neu)")]
    [InlineData("记录访问日志（新增）")]
    public void A_word_for_what_a_thing_is_does_not_open_a_ticked_box(string title) =>
        Assert.Equal(
            (title, Status.Done),
            Md.One($"## To Do\n\n- [x] {title}\n") is var item ? (item.Title, item.Status) : default
        );

    [Theory]
    [InlineData("Show the button (live)")]
    [InlineData("List what was skipped (added)")]
    [InlineData("Sync the names - merged")]
    [InlineData("Das Verzeichnis (veröffentlicht)")]
    public void Nor_does_it_complete_anything(string title) =>
        Assert.Equal(
            (title, Status.ToDo),
            Md.One($"## To Do\n\n- [ ] {title}\n") is var item ? (item.Title, item.Status) : default
        );

    [Theory]
    [InlineData("Title (merged in #12)")]
    [InlineData("Title — ✅ merged")]
    [InlineData("Title (released 2026-08-20)")]
    public void With_a_reference_a_sign_or_a_date_it_does(string title) =>
        Assert.Equal(("Title", Status.Done), Titled(title) is var item ? (item.Title, item.Status) : default);

    [Theory]
    [InlineData("blocked by the vendor", "blocked by the vendor")]
    [InlineData("deferred 2026-08-20", null)]
    [InlineData("deferred in v2", null)]
    public void A_remark_that_says_why_is_the_reason(string remark, string? reason)
    {
        Assert.Equal(reason, Titled($"Title ({remark})").Reason?.Value);
    }

    [Fact]
    public void A_date_alone_is_of_the_completion_or_the_capture()
    {
        var items = Md.Read("- [x] a (2026-03-01)\n- [ ] b — 2026-03-02\n").Improvements;

        Assert.Equal(["a", "b"], items.Select(item => item.Title));
        Assert.Equal((1, 2), (items[0].Completed!.Value.Day, items[1].Captured!.Value.Day));
    }

    [Theory]
    [InlineData("Title (impact 8, effort 2, 3h)")]
    [InlineData("Title [impact: 8 / effort: 2] (3 hours)")]
    [InlineData("Title — Impact: 8, Effort: 2 (3 hours)")]
    [InlineData("Title | Impact: 8 | Effort: 2 | Estimate: 3h")]
    [InlineData("Title (Impact: 8/10; Effort: S; Estimate: 3h)")]
    [InlineData("Title (Auswirkung: 8, Aufwand: 2, 3 Std)")]
    public void Fields_are_taken_off_the_title(string written)
    {
        var item = Titled(written);

        Assert.Equal(
            ("Title", 8.0, 2.0, 3.0),
            (item.Title, item.Impact!.Value, item.Effort!.Value, item.EstimatedHours!.Value)
        );
    }

    [Theory]
    [InlineData("Title (P1)")]
    [InlineData("Title [HIGH]")]
    [InlineData("Title (high priority)")]
    [InlineData("Title [优先级: 高]")]
    [InlineData("Title — Priority: high")]
    public void Priorities(string written)
    {
        var item = Titled(written);

        Assert.Equal(("Title", Priority.High), (item.Title, item.WrittenPriority!.Value));
    }

    [Theory]
    [InlineData("Title @ana")]
    [InlineData("Title (Owner: ana)")]
    [InlineData("Title (Effort: S, Owner: ana)")]
    [InlineData("Title — Owner: ana — Effort: 2h")]
    [InlineData("Title #perf @ana")]
    public void Owners(string written)
    {
        var item = Titled(written);

        Assert.Equal(("Title", "ana"), (item.Title, item.Owner!.Value));
    }

    [Fact]
    public void A_tag_is_the_category()
    {
        Assert.Equal(Category.Performance, Titled("Title #performance").Category!.Value);
    }

    [Fact]
    public void A_tag_before_another_remark_is_read_and_stays()
    {
        var item = Titled("Title [SMALL] (see the log)");

        Assert.Equal(("Title [SMALL] (see the log)", 2.0), (item.Title, item.Effort!.Value));
    }

    [Fact]
    public void A_due_date_after_its_sign()
    {
        var item = Titled("Title 📅 2026-05-01");

        Assert.Equal(("Title", new DateOnly(2026, 5, 1)), (item.Title, item.TargetDate!.Value));
    }

    [Theory]
    [InlineData("(done)")]
    [InlineData("Done")]
    [InlineData("✅")]
    public void A_title_is_never_empty(string title)
    {
        Assert.NotEmpty(Titled(title).Title);
    }
}
