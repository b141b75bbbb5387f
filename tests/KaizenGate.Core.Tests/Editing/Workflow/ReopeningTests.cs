using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class ReopeningTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_completion_loses_its_day_and_return_and_moves_back() =>
        Assert.Equal(
            """
            ## High Priority

            ### [A-1] Retry

            - **Impact:** 9/10
            - **Effort:** 2/10
            - **Time Spent:** 2 hours
            - **Measured Impact:** p95 30 s → 5 s
            - **Reason:** slow again

            ## Completed

            ### [A-2] Log less

            - **Completed:** 2026-02-01

            """,
            Reopened(
                """
                ## High Priority

                ## Completed

                ### [A-2] Log less

                - **Completed:** 2026-02-01

                ### [A-1] Retry

                - **Impact:** 9/10
                - **Effort:** 2/10
                - **Completed:** 2026-02-20
                - **Time Spent:** 2 hours
                - **Measured Impact:** p95 30 s → 5 s
                - **ROI:** 5×

                """,
                "slow again"
            )
        );

    [Theory]
    [InlineData("- [x] **A-1** Retry ✅ 2026-02-20\n- [ ] **A-2** Log\n", "- [ ] **A-1** Retry\n- [ ] **A-2** Log\n")]
    [InlineData(
        "### [A-1] Retry\n\n- **Status:** Deferred\n- **Reason:** no time\n- **Review Date:** 2026-06-01\n",
        "### [A-1] Retry\n\n- **Status:** To Do\n"
    )]
    [InlineData(
        "| ID | Improvement | Status | Completed | Reason |\n| --- | --- | --- | --- | --- |\n| A-1 | Retry | Rejected | | too dear |\n",
        "| ID | Improvement | Status | Completed | Reason |\n| --- | --- | --- | --- | --- |\n| A-1 | Retry | To Do | |  |\n"
    )]
    public void What_ended_it_is_removed(string text, string expected) => Assert.Equal(expected, Reopened(text, null));

    [Theory]
    [InlineData("### [A-1] Retry\n")]
    [InlineData("### [A-1] Retry\n\n- **Status:** In Progress\n")]
    [InlineData("### ~~[A-1] Retry~~\n\n- **Impact:** 2\n")]
    [InlineData("- [x] **A-1** Retry (done 2026-02-20)\n- [ ] **A-2** Log\n")]
    public void An_active_one_or_one_that_its_title_closes_is_refused(string text) =>
        Assert.Throws<InputException>(() => Reopened(text, null));

    [Theory]
    [InlineData("### [A-1] Retry\n\n- **Impact:** 9/10\n- **Effort:** 2/10\n")]
    [InlineData("- [ ] **A-1** Retry\n- [ ] **A-2** Log\n")]
    [InlineData("## High Priority\n\n### [A-1] Retry\n\n- **Impact:** 9/10\n- **Effort:** 2/10\n\n## Completed\n")]
    public void A_closed_improvement_that_is_reopened_is_open_without_findings(string text)
    {
        Func<EditableBacklog, Improvement, EditableBacklog>[] ends =
        [
            (document, item) => Transitions.Done(document, item, Today, null, null, null),
            (document, item) => Transitions.Reject(document, item, "no value"),
            (document, item) => Transitions.Defer(document, item, "no time", Today),
        ];
        foreach (var end in ends)
        {
            var document = Read(text);
            var closed = end(document, document.Find("A-1")!);

            var now = Reopening.Of(closed, closed.Find("A-1")!, null).Find("A-1")!;

            Assert.Equal(Status.ToDo, now.Status);
            Assert.Null(now.Completed);
            Assert.Null(now.Values.Of(FieldCatalog.Reason));
            Assert.All(now.StatusSigns, sign => Assert.Equal(Status.ToDo, sign.Status));
        }
    }

    private static string Reopened(string text, string? reason)
    {
        var document = Read(text);
        return Reopening.Of(document, document.Find("A-1")!, reason).Text;
    }

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
