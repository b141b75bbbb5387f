using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Common English words for fields and their values.</summary>
public class VocabularyTests
{
    private static readonly Labels Labels = new(ReadingOptions.Default);

    [Theory]
    [InlineData(
        "impact",
        "Impact, User Impact, User Value, Business Value, Value, Benefit, IMPACT, **impact**, 🎯 Impact"
    )]
    [InlineData("effort", "Effort, Cost, Size, Complexity, Effort (1-10)")]
    [InlineData("priorityScore", "Priority Score, Score, Kaizen Score, priority-score")]
    [InlineData("priority", "Priority, Severity, P")]
    [InlineData("status", "Status, State")]
    [InlineData("category", "Category, Type, Area, Kind")]
    [InlineData("owner", "Assigned To, Owner, Assignee")]
    [InlineData("captured", "Captured, Added, Created, Identified, Date")]
    [InlineData("started", "Started")]
    [InlineData("targetDate", "Target Date, Due, Deadline, ETA")]
    [InlineData("completed", "Completed, Done, Closed, Shipped, Finished")]
    [InlineData("currentState", "Current State, Problem, Current")]
    [InlineData("proposedSolution", "Proposed Solution, Proposal, Proposed improvement, Solution")]
    [InlineData("expectedOutcome", "Expected Outcome, Expected Impact, Expected Benefit, Goal")]
    [InlineData("successCriteria", "Success Criteria, Acceptance Criteria, Done When")]
    [InlineData("estimatedHours", "Estimated Time, Estimate")]
    [InlineData("timeSpent", "Time Spent, Actual, Actual Time")]
    [InlineData("measuredImpact", "Measured Impact, Result, Outcome, Actual Impact")]
    [InlineData("hoursSaved", "Time Saved, Hours Saved")]
    [InlineData("roi", "ROI, Return")]
    [InlineData("reason", "Reason, Why")]
    [InlineData("reviewDate", "Review Date, Revisit")]
    public void Labels_belong_to_their_field(string expected, string labels)
    {
        Assert.All(
            labels.Split(", "),
            label => Assert.Equal((true, expected), (Labels.TryFind(label, out var field), field?.Name))
        );
    }

    [Theory]
    [InlineData("Performance", Category.Performance)]
    [InlineData("Quality", Category.Quality)]
    [InlineData("Developer Experience (tools)", Category.DeveloperExperience)]
    [InlineData("DX", Category.DeveloperExperience)]
    [InlineData("Technical Debt", Category.TechnicalDebt)]
    [InlineData("debt", Category.TechnicalDebt)]
    [InlineData("refactor", Category.TechnicalDebt)]
    [InlineData("New feature", Category.Feature)]
    [InlineData("Fun", null)]
    internal void Categories(string value, Category? expected)
    {
        Assert.Equal(
            (expected, value),
            Md.One($"### [A-1] a\n\n- **Category:** {value}\n").Category is { } found
                ? (found.Value, found.Text)
                : default
        );
    }

    [Theory]
    [InlineData("H", 8)]
    [InlineData("M", 6)]
    [InlineData("L", 3)]
    [InlineData("Very high", 8)]
    [InlineData("🟡", 6)]
    [InlineData("Medium-High", 6)]
    public void Impacts_from_words_are_inferred(string value, double expected)
    {
        var impact = Md.One($"### [A-1] a\n\n- **Impact:** {value}\n").Impact!;

        Assert.Equal((expected, ValueOrigin.Inferred), (impact.Value, impact.Origin));
    }

    [Theory]
    [InlineData("P0")]
    [InlineData("High Priority")]
    [InlineData("🔴 Critical")]
    public void A_heading_that_only_names_a_priority_gives_no_rating(string heading)
    {
        var item = Md.One($"## {heading}\n\n- [ ] a\n");

        Assert.Equal((Priority.High, null, null), (item.Section!.Priority!.Value, item.Impact, item.Effort));
    }

    [Fact]
    public void The_rating_of_a_section_applies_below_nested_groups_but_not_below_another_priority()
    {
        var items = Md.Read(
            "## High Priority (Impact: High, Effort: Low)\n\n### Storage\n\n- [ ] a\n\n### Low Priority\n\n- [ ] b\n"
        ).Improvements;

        Assert.Equal([72.0, null], items.Select(item => item.Score));
    }

    [Fact]
    public void Prose_in_an_impact_is_kept_as_text()
    {
        var field = Assert.Single(Md.One("### [A-1] a\n\n- **Impact:** Saves a lot\n").Fields);

        Assert.Equal((FieldCatalog.Impact, "Saves a lot"), (field.Definition, field.Text));
    }

    [Fact]
    public void A_period_in_place_of_a_date_is_kept_as_text()
    {
        var item = Md.One("### [A-1] a\n\n- **Due:** Week 12\n");

        Assert.Equal((null, "Week 12"), (item.TargetDate, Assert.Single(item.Fields).Text));
    }

    [Theory]
    [InlineData("8 × (11-2) = 72")]
    [InlineData("8 x (11-2) = 72")]
    [InlineData("8 * (11 − 2) = 72")]
    [InlineData("8·(11–2) = 72")]
    [InlineData("**72**")]
    [InlineData("~72")]
    public void All_multiplication_signs_are_equal(string value)
    {
        Assert.Equal(72, Md.One($"### [A-1] a\n\n- **Priority Score:** {value}\n").WrittenScore!.Value);
    }

    [Theory]
    [InlineData("p95: 30 s => 5 s", "p95", 30, 5, "s")]
    [InlineData("Build 12.5 min → 11 min (−12%)", "Build", 12.5, 11, "min")]
    [InlineData("1,200 → 900", null, 1200, 900, null)]
    [InlineData("from 40% to 10%", null, 40, 10, "%")]
    [InlineData("error rate from 40% to 10%", "error rate", 40, 10, "%")]
    public void Measurements_have_a_metric_a_value_before_and_one_after(
        string value,
        string? metric,
        double before,
        double after,
        string? unit
    )
    {
        var measured = Md.One($"### [A-1] a\n\n- **Result:** {value}\n").MeasuredImpact!.Value;

        Assert.Equal(
            (metric, before, after, unit),
            (measured.Metric, measured.Before!.Value, measured.After!.Value, measured.Unit)
        );
    }

    [Theory]
    [InlineData("- Deferred (waits for the runner)", "waits for the runner")]
    [InlineData("- Won't do — too much work", "too much work")]
    [InlineData("- Blocked", null)]
    [InlineData("- In Progress (half of it)", null)]
    public void The_remark_of_a_deferred_or_rejected_status_is_its_reason(string status, string? reason)
    {
        Assert.Equal(reason, Md.One($"### [A-1] a\n\n- **Status:** {status[2..]}\n").Reason?.Value);
    }

    [Fact]
    public void Without_a_reason_a_suppression_has_none()
    {
        Assert.Null(Assert.Single(Md.Read("<!-- kaizen-disable KZ305 -->\n").Suppressions).Reason);
    }

    [Fact]
    public void A_field_belongs_to_the_nearest_list_item()
    {
        var item = Md.One(
            "### [A-1] a\n\n- Notes\n  - Impact: 1\n- [ ] a part\n  - Effort: 9\n- Impact: 8\n- Effort: 2\n"
        );

        Assert.Equal((8.0, 2.0), (item.Impact!.Value, item.Effort!.Value));
    }

    [Fact]
    public void A_column_named_rank_is_not_an_id()
    {
        Assert.Null(Md.One("| Rank | Task | Impact |\n|---|---|---|\n| 1 | a | 8 |\n").Id);
    }

    [Fact]
    public void The_number_of_a_row_is_an_id_but_no_identity()
    {
        var item = Md.One("| # | Task | Impact |\n|---|---|---|\n| 1 | Cache | 8 |\n");

        Assert.Equal(("1", "cache"), (item.Id, item.Key));
    }

    [Fact]
    public void Numbers_of_two_tables_are_not_ids()
    {
        const string Table = "| # | Task | Impact |\n|---|---|---|\n| 1 | Cache | 8 |\n\n";

        Assert.All(Md.Read($"{Table}Next:\n\n{Table}").Improvements, item => Assert.Null(item.Id));
    }

    [Theory]
    [InlineData("- [ ] Cache the fonts ✅")]
    [InlineData("- [ ] ~~Cache the fonts~~")]
    [InlineData("- [ ] 3. **Cache** the `fonts`")]
    [InlineData("- [ ] [P1] CACHE THE FONTS (soon) (very)")]
    public void The_key_of_a_title_does_not_change_with_its_marks(string text)
    {
        Assert.Equal("cachethefonts", Md.One($"{text}\n").Key);
    }
}
