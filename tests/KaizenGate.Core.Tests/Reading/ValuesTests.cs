using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public class ValuesTests
{
    private static Improvement With(string field, ReadingOptions? options = null) =>
        Md.One($"### [A-1] a\n\n- {field}\n", options);

    [Theory]
    [InlineData("8/10 (why)", 8, ValueOrigin.Written)]
    [InlineData("8", 8, ValueOrigin.Written)]
    [InlineData("8 / 10 (saves 25 s)", 8, ValueOrigin.Written)]
    [InlineData("12", 12, ValueOrigin.Written)]
    [InlineData("7.5", 7.5, ValueOrigin.Written)]
    [InlineData("4/5", 8, ValueOrigin.Rescaled)]
    [InlineData("High", 8, ValueOrigin.Inferred)]
    [InlineData("medium (some)", 6, ValueOrigin.Inferred)]
    [InlineData("Low", 3, ValueOrigin.Inferred)]
    [InlineData("Critical", 8, ValueOrigin.Inferred)]
    [InlineData("★★★★☆", 8, ValueOrigin.Inferred)]
    [InlineData("🔴 Hoch", 8, ValueOrigin.Inferred)]
    internal void Impacts(string value, double expected, ValueOrigin origin)
    {
        var impact = With($"**Impact:** {value}").Impact!;

        Assert.Equal((expected, origin), (impact.Value, impact.Origin));
    }

    [Theory]
    [InlineData("Saves ~80 MB of memory")]
    [InlineData("3 people")]
    [InlineData("15% faster")]
    [InlineData("P1")]
    [InlineData("TBD")]
    [InlineData("[1-10]")]
    [InlineData("High / Medium / Low")]
    public void Prose_and_placeholders_are_not_an_impact(string value)
    {
        Assert.Null(With($"**Impact:** {value}").Impact);
    }

    [Theory]
    [InlineData("Low", 2)]
    [InlineData("Medium", 5)]
    [InlineData("High", 9)]
    [InlineData("Small (1 day)", 2)]
    [InlineData("XS", 1)]
    [InlineData("XL", 9)]
    [InlineData("L", 2)]
    public void Efforts_from_words(string value, double expected)
    {
        Assert.Equal(expected, With($"**Effort:** {value}").Effort!.Value);
    }

    [Fact]
    public void L_is_large_where_sizes_are_used()
    {
        var items = Md.Read("### [A-1] a\n- Effort: L\n\n### [A-2] b\n- Effort: S\n").Improvements;

        Assert.Equal([7.0, 2.0], items.Select(item => item.Effort!.Value));
    }

    [Theory]
    [InlineData("15-30 minutes", 0.375)]
    [InlineData("2/10 (2 hours to implement)", 2)]
    [InlineData("9/10 (estimated 80 hours)", 80)]
    [InlineData("2~3h", 2.5)]
    [InlineData("2 days", 16)]
    [InlineData("1 week", 40)]
    [InlineData("1h 30m", 1.5)]
    [InlineData("3시간", 3)]
    [InlineData("4 Stunden", 4)]
    public void Hours_in_an_effort_are_the_estimate(string value, double expected)
    {
        Assert.Equal(expected, With($"**Effort:** {value}").EstimatedHours!.Value, 6);
    }

    [Theory]
    [InlineData("2 pts")]
    [InlineData("3 h per run")]
    [InlineData("soon")]
    public void Points_rates_and_words_are_not_hours(string value)
    {
        Assert.Null(With($"**Effort:** {value}").EstimatedHours);
    }

    [Fact]
    public void Hours_alone_are_an_effort_only_if_the_settings_allow_it()
    {
        Assert.Null(With("**Effort:** 3 hours").Effort);
        var options = new ReadingOptions { Scoring = new Scoring { EffortFromHours = true } };
        Assert.Equal(3, With("**Effort:** 3 hours", options).Effort!.Value);
    }

    [Theory]
    [InlineData("Impact (1-5)", 8)]
    [InlineData("Impact (1–5)", 8)]
    [InlineData("Impact (/5)", 8)]
    [InlineData("Impact (1-10)", 4)]
    public void A_label_carries_its_scale(string label, double expected)
    {
        Assert.Equal(expected, Md.One($"| Task | {label} |\n|---|---|\n| a | 4 |\n").Impact!.Value);
    }

    [Fact]
    public void The_scale_of_the_settings_applies_to_bare_numbers()
    {
        var options = new ReadingOptions { Scoring = new Scoring { Scale = 5 } };

        Assert.Equal(8, With("Impact: 4", options).Impact!.Value);
        Assert.Equal(4, With("Impact: 4/10", options).Impact!.Value);
    }

    [Fact]
    public void The_effort_is_inverted_when_a_high_value_means_easy()
    {
        var options = new ReadingOptions { Scoring = new Scoring { EffortIsEase = true } };

        Assert.Equal(3, With("Effort: 8", options).Effort!.Value);
    }

    [Fact]
    public void Another_scale_is_a_problem()
    {
        Assert.Single(Md.Read("### [A-1] a\n\n- Impact: 40/100\n").Problems);
    }

    [Theory]
    [InlineData("72", 72.0)]
    [InlineData("8 × (11-2) = 72", 72.0)]
    [InlineData("8 x (11 - 2) = **72**", 72.0)]
    [InlineData("8*(11-2) = 72 (high)", 72.0)]
    [InlineData("72/100", 72.0)]
    [InlineData("72 (because retry=important)", 72.0)]
    [InlineData("TBD", null)]
    public void Written_scores(string value, double? expected)
    {
        Assert.Equal(expected, With($"**Priority Score:** {value}").WrittenScore?.Value);
    }

    [Theory]
    [InlineData("High", Priority.High)]
    [InlineData("P0", Priority.High)]
    [InlineData("P1", Priority.High)]
    [InlineData("P2", Priority.Medium)]
    [InlineData("P4", Priority.Low)]
    [InlineData("2", Priority.Medium)]
    [InlineData("🔴", Priority.High)]
    [InlineData("🟢 low", Priority.Low)]
    [InlineData("Alta", Priority.High)]
    internal void Written_priorities(string value, Priority expected)
    {
        Assert.Equal(expected, With($"**Priority:** {value}").WrittenPriority!.Value);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-03-01T10:00", "2026-03-01")]
    [InlineData("2026-03-01 (planned)", "2026-03-01")]
    [InlineData("Week 12", null)]
    [InlineData("TBD", null)]
    [InlineData("[YYYY-MM-DD]", null)]
    public void A_date_or_a_text(string value, string? expected)
    {
        var date = With($"**Target Date:** {value}").TargetDate?.Value;

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), date);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_a_problem()
    {
        Assert.Contains(
            "2026-02-30",
            Md.Read("### [A-1] a\n\n- Due: 2026-02-30\n").Problems[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Under_a_completed_section_a_date_is_the_completion_date()
    {
        var backlog = Md.Read(
            "## Completed\n\n| Task | Date |\n|---|---|\n| a | 2026-01-02 |\n\n## Done\n\n- [x] 2026-01-03 — b\n- [x] c ✅ 2026-01-04\n"
        );

        Assert.Equal([2, 3, 4], backlog.Improvements.Select(item => item.Completed!.Value.Day));
    }

    [Theory]
    [InlineData("Backlog", null)]
    [InlineData("[Name or \"Backlog\"]", null)]
    [InlineData("Unassigned", null)]
    [InlineData("@ann", "ann")]
    public void Owners(string value, string? expected)
    {
        Assert.Equal(expected, With($"**Assigned To:** {value}").Owner?.Value);
    }

    [Theory]
    [InlineData("p95 30 s → 5 s", "p95", 30.0, 5.0, "s")]
    [InlineData("30s -> 5s (-83%)", null, 30.0, 5.0, "s")]
    [InlineData("error rate: 15% to 5%", "error rate", 15.0, 5.0, "%")]
    [InlineData("Zero broken commits (100 commits since)", null, null, null, null)]
    public void Measurements(string value, string? metric, double? before, double? after, string? unit)
    {
        var measured = With($"**Measured Impact:** {value}").MeasuredImpact!.Value;

        Assert.Equal(
            (metric, before, after, unit, true),
            (measured.Metric, measured.Before, measured.After, measured.Unit, measured.HasFigure)
        );
    }

    [Theory]
    [InlineData("35% faster")]
    [InlineData("saves 5min of every run")]
    [InlineData("was 90, is 20")]
    [InlineData("30-second builds")]
    [InlineData("2-3 fewer reopened bugs")]
    [InlineData("€400 less a month")]
    [InlineData("broken builds this month: 0 builds")]
    [InlineData("每次减少30秒")]
    [InlineData("p95 is 4 s since PR #12")]
    public void Two_values_or_a_number_with_a_unit_are_a_measurement(string text) =>
        Assert.True(With($"**Measured Impact:** {text}").MeasuredImpact!.Value.HasFigure);

    [Theory]
    [InlineData("much better")]
    [InlineData("better 1")]
    [InlineData("better 1-2")]
    [InlineData("see PR #12")]
    [InlineData("see PR 12 and MR 13, IMP-4")]
    [InlineData("see https://example.org/pull/12")]
    [InlineData("p95 is fine since 2026-03-02")]
    [InlineData("merged at 10:30:00")]
    [InlineData("fixed in 3fa9c1")]
    [InlineData("released with v2.1.0, #7")]
    [InlineData("0 h")]
    [InlineData("0")]
    public void A_remark_without_figures_measures_nothing(string text) =>
        Assert.False(With($"**Measured Impact:** {text}").MeasuredImpact!.Value.HasFigure);

    [Theory]
    [InlineData("3h investment, prevented ~15h debugging = 5× ROI", 5.0)]
    [InlineData("1.09× (9% return)", 1.09)]
    [InlineData("120%", 1.2)]
    [InlineData("5x", 5.0)]
    [InlineData("positive after 29 days", null)]
    public void Returns(string value, double? expected)
    {
        Assert.Equal(expected, With($"**ROI:** {value}").Roi?.Value);
    }

    [Theory]
    [InlineData("- **Impact:** 8")]
    [InlineData("- **Impact**: 8")]
    [InlineData("- Impact: 8")]
    [InlineData("- Impact : 8")]
    [InlineData("**Impact:** 8")]
    [InlineData("- 🎯 **User Impact:** 8")]
    [InlineData("- Auswirkung: 8")]
    [InlineData("- 影響度：8")]
    [InlineData("- 영향: 8")]
    [InlineData("Impact: 8")]
    public void Labels_in_all_their_forms(string line)
    {
        Assert.Equal(8, Md.One($"### [A-1] a\n\n{line}\n").Impact!.Value);
    }

    [Theory]
    [InlineData("**Impact:** 8/10 | **Effort:** 2/10 | **Status:** Done")]
    [InlineData("**Impact:** 8/10 **Effort:** 2/10 **Status:** Done")]
    [InlineData("- Impact: 8, Effort: 2, Status: Done")]
    public void Several_fields_on_one_line(string line)
    {
        var item = Md.One($"### [A-1] a\n\n{line}\n");

        Assert.Equal((72.0, Status.Done), (item.Score, item.Status));
    }

    [Fact]
    public void Labels_can_be_added()
    {
        var options = new ReadingOptions
        {
            Labels = ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty.Add(
                FieldCatalog.Impact,
                ["Wow factor"]
            ),
        };

        Assert.Equal(7, With("Wow factor: 7", options).Impact!.Value);
    }

    [Fact]
    public void Headers_of_a_title_column_can_be_added()
    {
        var options = new ReadingOptions
        {
            Labels = ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty.Add(
                FieldCatalog.Title,
                ["Vorhaben"]
            ),
        };

        var item = Md.One("| Vorhaben | Impact |\n| --- | --- |\n| Cache the fonts | 8 |\n", options);

        Assert.Equal("Cache the fonts", item.Title);
    }

    [Fact]
    public void A_column_of_the_settings_is_a_column_and_a_label()
    {
        var options = new ReadingOptions
        {
            Columns = ImmutableDictionary<string, FieldDefinition>
                .Empty.Add("User Story", FieldCatalog.Title)
                .Add("Wow factor", FieldCatalog.Impact),
        };

        var row = Md.One("| User story | WOW FACTOR |\n| --- | --- |\n| Cache the fonts | 8 |\n", options);

        Assert.Equal(("Cache the fonts", 8), (row.Title, row.Impact!.Value));
        Assert.Equal(7, With("Wow factor: 7", options).Impact!.Value);
    }

    [Fact]
    public void A_text_continues_on_the_next_line_and_below_an_empty_label()
    {
        var item = Md.One(
            "### [A-1] a\n\n**Problem:**\nIt is slow.\n\n- **Proposed Solution:** cache\n  the restore\n"
        );

        Assert.Equal(
            ("It is slow.", "cache the restore"),
            (item.Values.Of(FieldCatalog.CurrentState)!.Value, item.Values.Of(FieldCatalog.ProposedSolution)!.Value)
        );
    }

    [Theory]
    [InlineData("**Owner:** Ada\n**Branch:** main")]
    [InlineData("**Owner:** Ada\nBranch: main")]
    [InlineData("**Owner:** Ada\n**Due:** when it is ready")]
    [InlineData("**Owner:** Ada | **Branch:** main")]
    [InlineData("**Branch:** main | **Owner:** Ada")]
    [InlineData("**Owner:** Ada **Branch:** main")]
    public void A_value_ends_before_the_next_label_even_an_unknown_one(string lines)
    {
        Assert.Equal("Ada", Md.One($"### [A-1] a\n\n{lines}\n").Owner!.Value);
    }

    [Theory]
    [InlineData("Status / Notes", "Done")]
    [InlineData("Status Sprint 4", "✅ Done")]
    [InlineData("Current Status", "Done")]
    public void A_label_can_have_an_addition(string header, string value)
    {
        Assert.Equal(Status.Done, Md.One($"| Task | {header} |\n|---|---|\n| a | {value} |\n").Status);
    }

    [Fact]
    public void A_section_heading_infers_ratings_for_items_without_any()
    {
        var items = Md.Read(
            "## Low Priority (Impact: Low, Effort: High)\n\n- [ ] a\n- [ ] b\n  - Impact: 7\n"
        ).Improvements;

        Assert.Equal(
            (3.0, 9.0, ValueOrigin.Inferred),
            (items[0].Impact!.Value, items[0].Effort!.Value, items[0].Impact!.Origin)
        );
        Assert.Equal(["effort"], items[1].MissingForScore);
    }

    [Fact]
    public void A_bare_priority_heading_infers_nothing()
    {
        Assert.Null(Md.One("## High Priority\n\n- [ ] a\n").Impact);
    }

    [Fact]
    public void Metadata_is_read_with_its_places()
    {
        var metadata = Md.Read(
            "# B\n\n## Metadata\n\n- **Last Updated:** 2026-01-02\n- **Total Items:** 156\n- **Execution Rate:** 66.7% (104 completed / 156 total)\n"
        ).Metadata!;

        Assert.Equal(
            (new DateOnly(2026, 1, 2), 156, 66.7, 104, 156),
            (
                metadata.LastUpdated!.Value,
                metadata.TotalItems!.Value,
                metadata.ExecutionRate!.Value,
                metadata.Completed!.Value,
                metadata.RateTotal!.Value
            )
        );
        Assert.Equal((6, 20), (metadata.TotalItems.Span.Line, metadata.TotalItems.Span.Column));
    }

    [Fact]
    public void Metrics_are_read_from_the_tables_of_their_section()
    {
        var series = Assert.Single(
            Md.Read(
                "## Metrics\n\n| Date | Build (s) |\n|---|---|\n| 2026-01-08 | 31 |\n| 2026-01-01 | 30.5 |\n"
            ).Metrics
        );

        Assert.Equal("Build (s)", series.Name);
        Assert.Equal([30.5, 31], series.Points.Select(point => point.Value));
    }

    [Fact]
    public void Suppressions_belong_to_the_next_item_or_to_the_file()
    {
        var backlog = Md.Read(
            "<!-- kaizen-disable KZ305: small team -->\n\n- [ ] a\n\n<!-- kaizen-disable-next-item KZ401, KZ403 -->\n\n- [ ] b\n"
        );

        Assert.Equal([SuppressionScope.File, SuppressionScope.NextItem], backlog.Suppressions.Select(one => one.Scope));
        Assert.Equal(("small team", null), (backlog.Suppressions[0].Reason, backlog.Suppressions[1].Reason));
        Assert.Equal(1, backlog.Suppressions[1].Item);
        Assert.Equal(["KZ401", "KZ403"], backlog.Suppressions[1].Rules);
    }

    [Theory]
    [InlineData("Owner: Ana", "Ana")]
    [InlineData("Responsable: @ana", "ana")]
    [InlineData("鈴木担当（1-5）", "鈴木")]
    [InlineData("Cleaner: Ana", null)]
    [InlineData("Owner:", null)]
    public void A_heading_names_who_does_its_section(string heading, string? owner) =>
        Assert.Equal(owner, Md.One($"## {heading}\n\n- [ ] Cache the fonts\n").Owner?.Value);

    [Fact]
    public void An_owner_of_its_own_goes_before_the_one_of_the_section() =>
        Assert.Equal("Bo", Md.One("## Owner: Ana\n\n- [ ] Cache the fonts\n  - Owner: Bo\n").Owner?.Value);

    [Theory]
    [InlineData("Impact: 8 | Effort: M | Horizon: Now", 8, 5)]
    [InlineData("Lens: Safety | Impact: High | Horizon: Now | Effort: S", 8, 2)]
    [InlineData("Impact: 8 | Effort: 2 | Horizon: now or later", 8, 2)]
    public void A_bar_ends_a_value_even_before_an_unknown_label(string fields, double impact, double effort)
    {
        var item = Md.One($"- [ ] Cache the fonts\n  {fields}\n");

        Assert.Equal(((double?)impact, (double?)effort), (item.Impact?.Value, item.Effort?.Value));
    }

    [Fact]
    public void A_bar_does_not_end_prose() =>
        Assert.Equal(
            "We call sort and then | uniq: that takes 9 s on each of the machines",
            Md.One(
                    "- [ ] Sort once\n  - Current State: We call sort and then | uniq: that takes 9 s on each of the machines\n"
                )
                .Values.Of(FieldCatalog.CurrentState)
                ?.Value
        );

    [Theory]
    [InlineData("Nice to have", Priority.Low)]
    [InlineData("Nice-to-Have (later)", Priority.Low)]
    [InlineData("Could haves", Priority.Low)]
    [InlineData("Should haves", Priority.Medium)]
    [InlineData("Must haves", Priority.High)]
    internal void A_level_of_several_words_is_the_priority_of_its_section(string heading, Priority priority) =>
        Assert.Equal(priority, Md.One($"## {heading}\n\n- [ ] Cache the fonts\n").Section?.Priority);

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_a_problem_with_its_cause()
    {
        var backlog = Md.Read(
            "| ID | Title | Impact | Effort | Status |\n|---|---|---|---|---|\n| A-1 | Run `a|b` daily | 8 | 2 | Open |\n"
        );

        Assert.Equal(
            "the row has 6 cells, the header 5; write a | inside a cell as \\|",
            Assert.Single(backlog.Problems, problem => problem.Message.Contains("cells")).Message
        );
    }

    [Fact]
    public void A_pipe_in_a_cell_is_escaped_even_in_code() =>
        Assert.Equal(
            "Run a|b daily",
            Md.One("| ID | Title | Status |\n|---|---|---|\n| A-1 | Run `a\\|b` daily | Open |\n").Title
        );
}
