using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Checking;

public sealed class GateTests
{
    private static readonly Backlog Two = Sample.Backlog(Sample.Item("One", 8, 2), Sample.Item("Two", 5, 5));

    [Fact]
    public void A_finding_has_the_severity_of_the_settings() =>
        Assert.Equal(
            Severity.Info,
            TestRules
                .Check(
                    [Sample.Backlog(Sample.Item("One"))],
                    TestRules.With((TestRules.Each, Severity.Info)),
                    null,
                    TestRules.Each
                )
                .Findings.Single()
                .Severity
        );

    [Theory]
    [InlineData(Severity.Error, Severity.Warning, Severity.Warning)]
    [InlineData(Severity.Warning, Severity.Error, Severity.Warning)]
    [InlineData(Severity.Info, Severity.Warning, Severity.Info)]
    internal void The_severity_in_force_is_a_ceiling_for_that_of_a_violation(
        Severity inForce,
        Severity own,
        Severity expected
    )
    {
        var rule = TestRules.Of(
            "KZ810",
            "own-severity",
            inForce,
            context => context.Backlog.Improvements.Select(item => TestRules.Hit(item, own))
        );
        Assert.All(TestRules.Check(Two, rule).Findings, finding => Assert.Equal(expected, finding.Severity));
    }

    [Fact]
    public void A_rule_that_is_off_is_not_evaluated()
    {
        var rule = TestRules.Of("KZ810", "fuse", Severity.Error, _ => throw new InvalidOperationException("asked"));
        Assert.Empty(TestRules.Check([Two], TestRules.With((rule, Severity.Off)), null, rule).Findings);
    }

    [Fact]
    public void An_exception_of_a_rule_is_not_hidden()
    {
        var rule = TestRules.Of("KZ810", "fuse", Severity.Error, _ => throw new InvalidOperationException("broken"));
        Assert.Throws<InvalidOperationException>(() => TestRules.Check(Two, rule));
    }

    [Fact]
    public void A_rule_without_enough_data_is_not_evaluated()
    {
        var verdict = TestRules.Check(Two, TestRules.Silent);
        Assert.Equal([new NotEvaluatedRule(TestRules.Silent, Two.File, "too few", 4, 10)], verdict.NotEvaluated);
        Assert.Equal((Outcome.Pass, 0), (verdict.Outcome, verdict.Findings.Length));
    }

    [Fact]
    public void Findings_are_sorted_by_file_place_and_rule()
    {
        var other = Two with { File = SourceFile.Named("A.md") };
        var verdict = TestRules.Check(
            [Two, other],
            GateSettings.Default,
            null,
            TestRules.Whole,
            TestRules.Warn,
            TestRules.Each
        );
        Assert.Equal(
            [
                "A.md:1 KZ803",
                "A.md:3 KZ801",
                "A.md:3 KZ802",
                "A.md:6 KZ801",
                "A.md:6 KZ802",
                "IMPROVEMENTS.md:1 KZ803",
                "IMPROVEMENTS.md:3 KZ801",
                "IMPROVEMENTS.md:3 KZ802",
                "IMPROVEMENTS.md:6 KZ801",
                "IMPROVEMENTS.md:6 KZ802",
            ],
            verdict.Lines()
        );
    }

    [Fact]
    public void Findings_on_one_line_are_sorted_by_column()
    {
        var rule = TestRules.Of(
            "KZ810",
            "columns",
            Severity.Error,
            _ => [new Violation(SourceSpan.OnLine(8, 1, 1, 9), "right"), new Violation(SourceSpan.FileStart, "left")]
        );

        Assert.Equal(["left", "right"], TestRules.Check(Two, rule).Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_violation_in_another_file_is_reported_there()
    {
        var rule = TestRules.Of(
            "KZ810",
            "elsewhere",
            Severity.Error,
            _ => [new Violation(SourceSpan.FileStart, "here") { File = SourceFile.Named("metrics.csv") }]
        );

        Assert.Equal(["metrics.csv:1 KZ810"], TestRules.Check(Two, rule).Lines());
    }

    [Fact]
    public void Only_the_first_backlog_is_asked_about_what_all_have_in_common()
    {
        var rule = TestRules.Of(
            "KZ810",
            "common",
            Severity.Error,
            context => context.IsFirst ? [new Violation(SourceSpan.FileStart, "once")] : []
        );

        Assert.Equal(
            ["B.md:1 KZ810"],
            TestRules
                .Check(
                    [Two with { File = SourceFile.Named("B.md") }, Two with { File = SourceFile.Named("A.md") }],
                    GateSettings.Default,
                    null,
                    rule
                )
                .Lines()
        );
    }

    /// <summary>Of a.md, the change touches the improvement on line 3; b.md is checked as a whole.</summary>
    [Fact]
    public void Of_a_change_only_findings_about_backlogs_and_touched_improvements_remain()
    {
        var changed = new ChangeRange { Description = "since main", Changed = [Two.Improvements[0].Key] };

        var verdict = Gate.Check(
            [
                new Evidence(Two with { File = SourceFile.Named("a.md") }, new NoHistory("none")) { Range = changed },
                new Evidence(Two with { File = SourceFile.Named("b.md") }, new NoHistory("none")),
            ],
            GateSettings.Default,
            Sample.AsOf,
            "1.2.3",
            null,
            [TestRules.Each, TestRules.Whole]
        );

        Assert.Equal(["a.md:1 KZ803", "a.md:3 KZ801", "b.md:1 KZ803", "b.md:3 KZ801", "b.md:6 KZ801"], verdict.Lines());
        Assert.Equal(
            ["a.md:1 KZ803", "a.md:3 KZ801", "a.md:6 KZ801", "b.md:1 KZ803", "b.md:3 KZ801", "b.md:6 KZ801"],
            (verdict with { Findings = verdict.AllFindings }).Lines()
        );
    }

    [Theory]
    [InlineData(Severity.Error, Severity.Error, 1)]
    [InlineData(Severity.Error, Severity.Info, 1)]
    [InlineData(Severity.Error, null, 0)]
    [InlineData(Severity.Warning, Severity.Error, 0)]
    [InlineData(Severity.Warning, Severity.Warning, 1)]
    [InlineData(Severity.Info, Severity.Warning, 0)]
    [InlineData(Severity.Info, Severity.Info, 1)]
    internal void The_gate_fails_from_the_severity_that_is_set(Severity severity, Severity? failOn, int exitCode)
    {
        var settings = TestRules.With((TestRules.Each, severity)) with { FailOn = failOn };
        Assert.Equal(exitCode, TestRules.Check([Two], settings, null, TestRules.Each).ExitCode);
    }

    [Fact]
    public void A_missing_backlog_is_a_finding()
    {
        var verdict = TestRules.Check([], GateSettings.Default, null, TestRules.Each);
        Assert.Equal(["IMPROVEMENTS.md:1 KZ101"], verdict.Lines());
        Assert.Equal(1, verdict.ExitCode);
    }

    [Fact]
    public void A_missing_backlog_is_not_a_finding_when_the_rule_is_off() =>
        Assert.Empty(TestRules.Check([], TestRules.With((NoBacklog.Rule, Severity.Off)), null).Findings);

    [Fact]
    public void A_verdict_lists_every_rule_with_its_severity_in_force()
    {
        var settings = TestRules.With((TestRules.Each, Severity.Off));
        var rules = TestRules.Check([Two], settings, null, TestRules.Each, TestRules.Warn).Rules;
        Assert.Contains(new RuleInForce(TestRules.Each, Severity.Off), rules);
        Assert.Contains(new RuleInForce(TestRules.Warn, Severity.Warning), rules);
    }

    [Fact]
    public void The_written_dates_reach_the_rules_as_a_timeline()
    {
        var item = Sample.Item("One") with { Captured = Sample.Written(Sample.DaysAgo(9)) };
        RuleContext? seen = null;
        var rule = TestRules.Of(
            "KZ810",
            "look",
            Severity.Info,
            context =>
            {
                seen = context;
                return [];
            }
        );
        TestRules.Check(Sample.Backlog(item), rule);
        Assert.Equal(Sample.DaysAgo(9), seen!.Timeline!.Start);
        Assert.Null(seen.NoTimeline);
    }

    [Fact]
    public void Without_dates_the_rules_get_the_reason()
    {
        RuleContext? seen = null;
        var rule = TestRules.Of(
            "KZ810",
            "look",
            Severity.Info,
            context =>
            {
                seen = context;
                return [];
            }
        );
        TestRules.Check(Two, rule);
        Assert.Equal((0, 2), (seen!.NoTimeline!.Has, seen.NoTimeline.Needs));
        Assert.Null(seen.Timeline);
    }

    [Fact]
    public void A_run_with_input_errors_shows_them()
    {
        var verdict = Gate.InputErrors([new InputError("gone", "Look.")], Sample.AsOf, "1.2.3");
        Assert.Equal((Outcome.Error, 2, "gone"), (verdict.Outcome, verdict.ExitCode, verdict.Errors.Single().Message));
    }

    [Fact]
    public void Ten_thousand_items_with_findings_and_suppressions_are_checked_fast()
    {
        var backlog = Sample.Backlog(Enumerable.Range(0, 10_000).Select(i => Sample.Item($"Item {i}")));
        backlog = backlog with
        {
            Suppressions =
            [
                .. backlog.Improvements.Select(item => new Suppression(
                    SuppressionScope.NextItem,
                    ["KZ801"],
                    "known",
                    item.Span,
                    item.Order
                )),
            ],
        };
        var verdict = TestRules.Check(backlog, TestRules.Each, TestRules.Warn);
        Assert.Equal(10_000, verdict.Findings.Count(finding => finding.IsSuppressed));
        Assert.Equal(10_000, verdict.Count(Severity.Warning));
    }

    [Fact]
    public void The_whole_catalogue_can_check_an_empty_file() =>
        Assert.NotEqual(
            Outcome.Error,
            Gate.Check(
                Gate.ByTheirDates([Sample.Backlog()], Sample.AsOf),
                GateSettings.Default,
                Sample.AsOf,
                "1.2.3"
            ).Outcome
        );
}
