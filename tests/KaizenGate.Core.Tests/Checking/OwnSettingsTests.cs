using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Checking;

/// <summary>Backlogs with their own settings.</summary>
public sealed class OwnSettingsTests
{
    private static readonly ChangeRange Nothing = new() { Description = "since main" };

    [Fact]
    public void Each_backlog_is_checked_with_its_own_severities()
    {
        var verdict = Check(
            GateSettings.Default,
            [One("a.md"), Under(One("b.md"), TestRules.With((TestRules.Each, Severity.Info)))],
            TestRules.Each
        );

        Assert.Equal([Severity.Error, Severity.Info], verdict.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_rule_that_is_off_for_one_backlog_checks_the_other()
    {
        var verdict = Check(
            TestRules.With((TestRules.Each, Severity.Off)),
            [One("a.md"), Under(One("b.md"), GateSettings.Default)],
            TestRules.Each
        );

        Assert.Equal(["b.md:3 KZ801"], verdict.Lines());
    }

    [Fact]
    public void Each_backlog_is_checked_with_its_own_thresholds()
    {
        var window = TestRules.Of(
            "KZ810",
            "window",
            Severity.Error,
            context => [new Violation(SourceSpan.FileStart, $"{context.Settings.WindowWeeks}")]
        );

        var verdict = Check(
            GateSettings.Default,
            [One("a.md"), Under(One("b.md"), GateSettings.Default with { WindowWeeks = 5 })],
            window
        );

        Assert.Equal(["12", "5"], verdict.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void Each_backlog_names_its_own_settings_files()
    {
        var own = new LoadedSettings(GateSettings.Default, "/", []) { ShownFiles = ["kaizen.json", "b/kaizen.json"] };

        var verdict = Check(GateSettings.Default, [One("a.md"), One("b/b.md") with { Settings = own }]);

        Assert.Empty(verdict.Backlogs[0].SettingsFiles);
        Assert.Equal(["kaizen.json", "b/kaizen.json"], verdict.Backlogs[1].SettingsFiles);
    }

    [Fact]
    public void The_settings_of_the_run_decide_what_fails_the_gate()
    {
        var own = GateSettings.Default with { FailOn = null };

        Assert.Equal(Outcome.Fail, Check(GateSettings.Default, [Under(One("a.md"), own)], TestRules.Each).Outcome);
        Assert.Equal(Outcome.Pass, Check(own, [Under(One("a.md"), GateSettings.Default)], TestRules.Each).Outcome);
    }

    [Fact]
    public void A_change_is_checked_with_the_settings_of_the_run()
    {
        var first = Under(
            One("a.md") with
            {
                Range = Nothing,
            },
            TestRules.With((SessionCapturedNothing.Rule, Severity.Off))
        );

        var verdict = Check(
            TestRules.With((SessionCapturedNothing.Rule, Severity.Error)),
            [first],
            SessionCapturedNothing.Rule
        );

        Assert.Equal(["a.md:1 KZ104"], verdict.Lines());
        Assert.Equal(Outcome.Fail, verdict.Outcome);
    }

    [Fact]
    public void The_minimum_of_captures_comes_from_the_settings_of_the_run()
    {
        var first = Under(One("a.md") with { Range = Nothing with { CapturedInAll = 1 } }, AtLeast(5));

        Assert.Empty(Check(AtLeast(1), [first], SessionCapturedNothing.Rule).Findings);
        Assert.Single(Check(AtLeast(2), [first], SessionCapturedNothing.Rule).Findings);
    }

    [Fact]
    public void An_untouched_backlog_is_only_checked_with_the_rules_about_the_change()
    {
        var untouched = One("a.md") with { Range = Nothing, IsUntouched = true };

        var verdict = Check(GateSettings.Default, [untouched], TestRules.Each, SessionCapturedNothing.Rule);

        Assert.Equal(["a.md:1 KZ104"], verdict.Lines());
        Assert.Empty(verdict.Backlogs);
        Assert.Equal(0, verdict.Figures.Identified);
    }

    [Fact]
    public void Suppressions_of_an_untouched_backlog_are_not_useless()
    {
        var untouched = One("a.md") with { Range = Nothing, IsUntouched = true };
        untouched = untouched with
        {
            Backlog = untouched.Backlog with
            {
                Suppressions =
                [
                    new(SuppressionScope.File, ["KZ801"], "our own numbering", SourceSpan.FileStart, null),
                    new(SuppressionScope.File, ["KZ104"], "our own numbering", SourceSpan.FileStart, null),
                ],
            },
        };

        var finding = Assert.Single(
            Check(GateSettings.Default, [untouched], TestRules.Each, SessionCapturedNothing.Rule).Findings
        );

        Assert.Equal(("KZ104", true), (finding.Rule.Id, finding.IsSuppressed));
    }

    [Fact]
    public void A_baseline_entry_of_a_rule_that_is_off_for_its_backlog_is_not_obsolete()
    {
        var clean = Named("a.md", Sample.Backlog());
        var baseline = Accepted("a.md");

        Assert.Empty(
            JudgeWith(
                baseline,
                GateSettings.Default,
                Under(clean, TestRules.With((TestRules.Each, Severity.Off)))
            ).Findings
        );
        Assert.Equal(
            ["kaizen.baseline.json:1 KZ907"],
            JudgeWith(baseline, TestRules.With((TestRules.Each, Severity.Off)), Under(clean, GateSettings.Default))
                .Lines()
        );
    }

    [Fact]
    public void A_baseline_entry_of_an_untouched_backlog_is_not_obsolete()
    {
        var untouched = Named("a.md", Sample.Backlog()) with { Range = Nothing, IsUntouched = true };

        Assert.Empty(JudgeWith(Accepted("a.md"), GateSettings.Default, untouched).Findings);
    }

    private static Verdict JudgeWith(Baseline baseline, GateSettings run, Evidence evidence) =>
        Gate.Check([evidence], run, Sample.AsOf, "1.2.3", baseline, [TestRules.Each, ObsoleteBaselineEntry.Rule]);

    private static Baseline Accepted(string path) =>
        new(
            SourceFile.Named("kaizen.baseline.json"),
            [
                new BaselineEntry
                {
                    RuleId = "KZ801",
                    Item = "One",
                    Path = path,
                    Date = Sample.AsOf,
                    Expires = Sample.AsOf,
                },
            ]
        );

    private static GateSettings AtLeast(int captured) =>
        GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add(
                "KZ104",
                new RuleSettings { Numbers = ImmutableDictionary<string, double>.Empty.Add("minCaptured", captured) }
            ),
        };

    private static Evidence One(string path) => Named(path, Sample.Backlog(Sample.Item("One")));

    private static Evidence Named(string path, Backlog backlog) =>
        new(backlog with { File = SourceFile.Named(path) }, new NoHistory("none"));

    private static Evidence Under(Evidence evidence, GateSettings settings) =>
        evidence with
        {
            Settings = new LoadedSettings(settings, "/", []),
        };

    private static Verdict Check(GateSettings run, Evidence[] evidence, params Rule[] rules) =>
        Gate.Check([.. evidence], run, Sample.AsOf, "1.2.3", null, [NoBacklog.Rule, .. rules, UselessSuppression.Rule]);
}
