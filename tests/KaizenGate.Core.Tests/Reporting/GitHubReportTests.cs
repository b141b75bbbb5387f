using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class GitHubReportTests
{
    [Fact]
    public void All_findings_are_shown_within_the_limit() =>
        Assert.Equal(30, Rendered.Lines(SampleVerdicts.Crowded(10), "github").Length);

    [Fact]
    public void Each_level_is_limited_to_what_a_step_shows()
    {
        var kinds = Rendered
            .Lines(SampleVerdicts.Crowded(25), "github")
            .CountBy(line => line.Split(' ')[0])
            .ToDictionary();

        Assert.Equal(10, kinds["::error"]);
        Assert.Equal(10, kinds["::warning"]);
        Assert.Equal(10, kinds["::notice"]);
    }

    [Fact]
    public void The_last_notice_counts_the_other_findings() =>
        // 3 × 25 findings, 10 + 10 + 9 of them shown.
        Assert.Equal(
            "::notice title=KaizenGate::46 more, see the report",
            Rendered.Lines(SampleVerdicts.Crowded(25), "github")[^1]
        );

    [Fact]
    public void Errors_come_before_warnings_before_notices()
    {
        var kinds = Rendered.Lines(SampleVerdicts.Crowded(2), "github").Select(line => line.Split(' ')[0]);

        Assert.Equal(["::error", "::error", "::warning", "::warning", "::notice", "::notice"], kinds);
    }

    [Fact]
    public void Columns_are_omitted_for_several_lines() =>
        Assert.DoesNotContain(
            Rendered.Lines(SampleVerdicts.Hostile, "github"),
            line => line.Contains("line=5,endLine=6,col", StringComparison.Ordinal)
        );

    [Fact]
    public void A_passed_gate_has_no_notice_about_rules_that_were_not_evaluated()
    {
        var passed = SampleVerdicts.Clean with { NotEvaluated = SampleVerdicts.Hostile.NotEvaluated };

        Assert.Empty(Rendered.Text(passed, "github"));
        Assert.Contains(
            "not evaluated",
            Rendered.Text(passed with { Outcome = Outcome.Fail }, "github"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Input_errors_are_errors() =>
        Assert.StartsWith(
            "::error file=a.md,line=2,col=3,title=KaizenGate could not run::m. h",
            Rendered.Text(
                SampleVerdicts.Empty with
                {
                    Outcome = Outcome.Error,
                    Errors = [new InputError("m", "h", "a.md", 2, 3)],
                },
                "github"
            ),
            StringComparison.Ordinal
        );
}
