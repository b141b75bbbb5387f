using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The gate must pass for backlogs as a team first writes them.</summary>
public class TemplateTests
{
    /// <summary>Four improvements in the usual shape: one high, one medium, one of 80 hours put off, one done and measured.</summary>
    private const string Structured = """
        # Improvement Backlog

        ## Metadata

        - **Last Updated:** YYYY-MM-DD
        - **Total Items:** X
        - **Execution Rate:** Y% (Z completed / X total)

        ---

        ## High Priority (Impact: High, Effort: Low)

        ### [IMPROVEMENT-001] Load only what a task needs

        - **Impact:** 8/10 (25 s less for each run, ten runs a day)
        - **Effort:** 2/10 (2 hours)
        - **Priority Score:** 8 × (11-2) = 72
        - **Proposed Solution:** Choose the pages by the words of the task
        - **Expected Outcome:** research takes 30% less time
        - **Assigned To:** [Name or "Backlog"]
        - **Target Date:** [YYYY-MM-DD]
        - **Status:** To Do

        ---

        ## Medium Priority (Impact: Medium, Effort: Low)

        ### [IMPROVEMENT-002] Count where requests are sent

        - **Impact:** 6/10 (shows what to improve in the routing)
        - **Effort:** 3/10 (3 hours)
        - **Priority Score:** 6 × (11-3) = 48
        - **Proposed Solution:** Write each decision and its outcome to the log
        - **Expected Outcome:** Know how often a request goes astray
        - **Assigned To:** [Name or "Backlog"]
        - **Target Date:** [YYYY-MM-DD]
        - **Status:** To Do

        ---

        ## Low Priority (Impact: Low, Effort: High)

        ### [IMPROVEMENT-003] Build it all on a new design

        - **Impact:** 4/10 (a matter of taste so far)
        - **Effort:** 9/10 (estimated 80 hours)
        - **Priority Score:** 4 × (11-9) = 8
        - **Proposed Solution:** Start over
        - **Expected Outcome:** Easier to maintain, hard to put in figures
        - **Assigned To:** [Deferred]
        - **Target Date:** TBD
        - **Status:** Deferred

        ---

        ## Completed (Last 30 Days)

        ### [IMPROVEMENT-004] Hooks that check before each commit ✅

        - **Completed:** 2025-01-15
        - **Time Spent:** 3 hours
        - **Measured Impact:** No broken commit in the 100 since
        - **ROI:** 3h put in, about 15h of debugging avoided = 5× ROI
        """;

    /// <summary>A plain list: the sections carry the scores.</summary>
    private const string Plain = """
        # Improvement Backlog

        ## High Priority (Impact: High, Effort: Low)

        - [ ] Load only what a task needs (30 s less for each run)
        - [ ] Check the settings file before the start (9 of 10 errors)
        - [ ] A short way for mere typing errors

        ## Medium Priority (Impact: Medium, Effort: Low)

        - [ ] Say in the error which rule was broken
        - [ ] Count where requests are sent
        - [ ] Write down the usual failures

        ## Low Priority (Impact: Low, Effort: High)

        - [ ] Rewrite the planner
        - [ ] Change the provider
        - [ ] Build it all on a new design

        ## Completed

        - [x] Hooks that check before each commit (Week 12)
        - [x] Bundles of pages that belong together (Week 15)
        - [x] Figures on the routing (Week 18)
        """;

    [Fact]
    public void The_structured_template_passes() => AssertPasses(Structured, 4);

    [Fact]
    public void The_plain_template_passes() => AssertPasses(Plain, 12);

    private static void AssertPasses(string text, int items)
    {
        var backlog = BacklogReader.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
        Assert.Equal(items, backlog.Improvements.Length);

        var asOf = new DateOnly(2025, 1, 20);
        var verdict = Gate.Check(Gate.ByTheirDates([backlog], asOf), GateSettings.Default, asOf, "0.0.0");
        var errors = verdict.Findings.Where(finding => finding.Severity is Severity.Error);
        Assert.Empty(errors.Select(finding => $"{finding.Span.Line} {finding.Rule.Id} {finding.Message}"));
        Assert.Equal(Outcome.Pass, verdict.Outcome);
    }
}
