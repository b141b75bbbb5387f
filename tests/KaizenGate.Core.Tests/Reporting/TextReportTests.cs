using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class TextReportTests
{
    private static readonly SourceFile File = SourceFile.Named("B.md");

    [Fact]
    public void An_info_that_fails_the_gate_is_shown() =>
        Assert.Contains(
            "B.md:4:5 info KZ403 no time is logged",
            Rendered.Lines(Shut(Severity.Info, Info("no time is logged")), "text", new() { Quiet = true })
        );

    [Fact]
    public void Other_infos_are_counted() =>
        Assert.Contains(
            "not shown      1 info (use --verbose)",
            Rendered.Lines(SampleVerdicts.Clean with { Findings = [Info("no time is logged")] }, "text")
        );

    [Fact]
    public void The_name_follows_a_message_that_does_not_contain_it()
    {
        var finding = Info("no time is logged") with { Item = SampleVerdicts.Item("IMP-1", "Cache", 1, 1) };

        Assert.Equal("B.md:4:5 info KZ403 no time is logged — IMP-1 Cache", FindingText.Line(finding));
    }

    [Theory]
    [InlineData("IMP-1 has no time")]
    [InlineData("Cache has no time")]
    public void The_name_is_not_repeated(string message)
    {
        var finding = Info(message) with { Item = SampleVerdicts.Item("IMP-1", "Cache", 1, 1) };

        Assert.Equal($"B.md:4:5 info KZ403 {message}", FindingText.Line(finding));
    }

    [Fact]
    public void A_remedy_is_shown_once_per_rule() =>
        Assert.Single(
            Rendered.Lines(SampleVerdicts.Crowded(5), "text"),
            line => line.Contains(SampleRules.Unscored.Remedy, StringComparison.Ordinal)
        );

    [Fact]
    public void Rules_that_were_not_evaluated_are_counted_and_listed_on_request()
    {
        var verdict = SampleVerdicts.Clean with
        {
            NotEvaluated =
            [
                new(SampleRules.LowRate, File, "needs 10 captures, found 3", 3, 10),
                new(SampleRules.Growing, File, NotEnoughData.Change.Reason, null, null),
            ],
        };

        Assert.Contains(
            "not evaluated  1 rule; KZ301: needs 10 captures, found 3 (use --verbose)",
            Rendered.Lines(verdict, "text")
        );
        Assert.Contains(
            "not evaluated  B.md KZ301: needs 10 captures, found 3",
            Rendered.Lines(verdict, "text", new() { Verbose = true })
        );
    }

    [Fact]
    public void Without_colour_there_are_no_escape_sequences() =>
        Assert.DoesNotContain('\e', Rendered.Text(SampleVerdicts.Hostile, "text", new() { Verbose = true }));

    [Fact]
    public void Colour_does_not_change_the_text()
    {
        var colored = Rendered.Text(SampleVerdicts.Hostile, "text", new() { Color = true });

        var plain = System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", "");
        Assert.Equal(Rendered.Text(SampleVerdicts.Hostile, "text"), plain);
    }

    [Fact]
    public void The_last_line_is_the_verdict_with_the_failing_rules() =>
        Assert.Equal("gate failed: 1 info (KZ403)", Rendered.Lines(Shut(Severity.Info, Info("m")), "text")[^1]);

    [Fact]
    public void A_gate_that_never_fails_says_so() =>
        Assert.Equal(
            "gate passed: 1 info (failOn is never)",
            Rendered.Lines(SampleVerdicts.Clean with { FailOn = null, Findings = [Info("m")] }, "text")[^1]
        );

    [Fact]
    public void A_gate_that_passed_without_enough_data_says_so() =>
        Assert.Equal(
            "gate passed: no findings, 1 rule not evaluated",
            Rendered.Lines(
                SampleVerdicts.Clean with
                {
                    NotEvaluated = [new(SampleRules.LowRate, File, "r", 1, 10)],
                },
                "text",
                new() { Quiet = true }
            )[^1]
        );

    private static Finding Info(string message) =>
        SampleVerdicts.Finding(SampleRules.TimeNotLogged, Severity.Info, File, 4, message);

    private static Verdict Shut(Severity? failOn, Finding finding) =>
        SampleVerdicts.Clean with
        {
            Outcome = Outcome.Fail,
            FailOn = failOn,
            Findings = [finding],
        };
}
