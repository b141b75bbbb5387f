using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>Estimates compared with what happened, and effects that are measured again.</summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_plan_multiplies_estimates_by_what_earlier_ones_of_the_category_took()
    {
        Write(debt: 8, quality: 8, open: "Technical Debt");

        var plain = Plan("plan", "--hours", "40");
        var calibrated = Plan("plan", "--hours", "40", "--calibrated");

        Assert.Equal(4, Hours(plain));
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("calibration").ValueKind);
        // Technical debt took 2, 4, 6 … 16 hours of 4: the median is 2.25.
        Assert.Equal(9, Hours(calibrated));
        Assert.Equal(
            16,
            calibrated.GetProperty("calibration").GetProperty("estimates").GetProperty("count").GetInt32()
        );

        static double Hours(JsonElement plan) => plan.GetProperty("chosen")[0].GetProperty("hours").GetDouble();
    }

    [Fact]
    public void The_plan_names_its_factors()
    {
        Write(debt: 8, quality: 8, open: "Feature");

        var text = run.Run("plan", "--hours", "40", "--calibrated").MustBe(0).Output;

        Assert.Contains(
            "estimates × 1.0 by 16 completions, quality × 1.0, technical debt × 2.25",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_few_completions_change_no_estimate()
    {
        Write(debt: 7, quality: 0, open: "Technical Debt");

        var text = run.Run("plan", "--hours", "40", "--calibrated").MustBe(0).Output;

        Assert.Contains(
            "not evaluated: needs 8 completions with an estimate and logged hours, found 7",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("4 h of 40 h for 1 improvement", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_shows_the_bias_by_category_and_by_the_number_of_people()
    {
        Write(debt: 8, quality: 8, open: "Feature");

        var text = run.Run("report", "--no-history", "--as-of", "2026-03-02").MustBe(0).Output;

        Assert.Contains("technical debt", text, StringComparison.Ordinal);
        Assert.Contains(
            "2.25× of the estimate (8 completions, 95% interval 0.5 to 4.0)",
            text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("by 2 people", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_measurement_says_how_much_of_the_effect_is_left()
    {
        run.Write("IMPROVEMENTS.md", Measured);

        var printed = run.Run("done", "A-1", "--again", "p95=10 s", "--as-of", "2026-10-01").MustBe(0);

        Assert.Contains(
            "- **Measured Again:** p95 30 s → 10 s (2026-10-01)\n",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
        Assert.Equal("A-1 a: p95 30 s → 10 s (2026-10-01), 80% of the effect is left\n", printed.Output);
        Assert.DoesNotContain("reopen", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_effect_offers_to_reopen()
    {
        run.Write("IMPROVEMENTS.md", Measured);

        var printed = run.Run("done", "A-1", "--again", "p95=25 s", "--as-of", "2026-10-01").MustBe(0);

        Assert.Contains("20% of the effect is left", printed.Output, StringComparison.Ordinal);
        Assert.Contains("reopen A-1", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_later_measurement_comes_first()
    {
        run.Write("IMPROVEMENTS.md", Measured);
        run.Run("done", "A-1", "--again", "p95=10 s", "--as-of", "2026-10-01").MustBe(0);

        run.Run("done", "A-1", "--again", "p95=12 s", "--as-of", "2027-04-01").MustBe(0);

        Assert.Contains(
            "p95 30 s → 12 s (2027-04-01); p95 30 s → 10 s (2026-10-01)",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "--hours is of the completion, and --again of a later measurement",
        "done",
        "A-1",
        "--again",
        "p95=1 s",
        "--hours",
        "3"
    )]
    [InlineData("\"A-2 b\" is not completed", "done", "A-2", "--again", "p95=1 s")]
    [InlineData("--again is in ms, the baseline in s", "done", "A-1", "--again", "p95=900 ms")]
    public void A_later_measurement_that_makes_no_sense_is_refused(string message, params string[] arguments)
    {
        run.Write("IMPROVEMENTS.md", Measured);

        var printed = run.Run(arguments).MustBe(2);

        Assert.Contains(message, printed.Error, StringComparison.Ordinal);
        Assert.Equal(Measured, run.Read("IMPROVEMENTS.md"));
    }

    [Fact]
    public void A_review_lists_the_effects_that_are_due()
    {
        run.Write("IMPROVEMENTS.md", Measured);

        Assert.DoesNotContain(
            "A-1 a — measured",
            run.Run("review", "--as-of", "2026-08-02").MustBe(0).Output,
            StringComparison.Ordinal
        );
        var due = run.Run("review", "--as-of", "2026-08-03").MustBe(0).Output;
        Assert.Contains(
            "2026-02-02  A-1 a — measured p95 30 s → 5 s, expected below 5 s",
            due,
            StringComparison.Ordinal
        );
        Assert.Contains("done A-1 --again 'RESULT'", due, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_decide_when_an_effect_is_due()
    {
        run.Write("IMPROVEMENTS.md", Measured);
        run.Write("kaizen.json", """{ "secondLookWeeks": 4 }""");

        Assert.Contains(
            "A-1 a — measured",
            run.Run("review", "--as-of", "2026-03-02").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_report_counts_the_effects_that_lasted()
    {
        run.Write("IMPROVEMENTS.md", Measured);
        run.Run("done", "A-1", "--again", "p95=10 s", "--as-of", "2026-10-01").MustBe(0);

        var report = JsonDocument
            .Parse(run.Run("report", "--json", "--as-of", "2026-10-01").MustBe(0).Output)
            .RootElement;

        Assert.Equal(
            """{"lasted":1,"compared":1,"remeasured":1,"due":0}""",
            JsonSerializer.Serialize(report.GetProperty("lastingEffects"))
        );
    }

    private const string Measured = """
        # Improvements

        ## High Priority

        ### [A-2] b

        - **Impact:** 8/10
        - **Effort:** 2/10

        ## Completed

        ### [A-1] a ✅

        - **Completed:** 2026-02-02
        - **Expected Outcome:** below 5 s
        - **Measured Impact:** p95 30 s → 5 s

        """;

    private JsonElement Plan(params string[] arguments) =>
        JsonDocument.Parse(run.Run([.. arguments, "--json"]).MustBe(0).Output).RootElement;

    /// <summary>Each was estimated with 4 hours: technical debt took 2, 4, 6 … hours, quality took 4.</summary>
    private void Write(int debt, int quality, string open)
    {
        var text = new StringBuilder("# Improvements\n\n## High Priority\n\n### [A-1] Open\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"- **Impact:** 8/10\n- **Effort:** 2/10\n- **Category:** {open}\n- **Estimate:** 4 h\n\n## Completed\n\n"
        );
        for (var number = 1; number <= debt + quality; number++)
        {
            var isDebt = number <= debt;
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                ### [B-{number}] Item {number} ✅

                - **Category:** {(isDebt ? "Technical Debt" : "Quality")}
                - **Owner:** {(isDebt ? "Ana, Ben" : "Ana")}
                - **Completed:** 2026-02-02
                - **Estimate:** 4 h
                - **Time Spent:** {(isDebt ? 2 * number : 4)} h


                """
            );
        }

        run.Write("IMPROVEMENTS.md", text.ToString());
    }
}
