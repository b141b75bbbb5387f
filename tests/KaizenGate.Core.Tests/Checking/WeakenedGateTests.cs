using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Checking;

/// <summary>What a change makes laxer about its own gate is a finding of KZ909, whatever file it is in.</summary>
public sealed class WeakenedGateTests : IDisposable
{
    private const string Backlog = "IMPROVEMENTS.md";
    private const string Settings = "kaizen.json";
    private const string Text = "# Improvements\n\n- [ ] Cache the fonts\n  - Impact: 6\n  - Effort: 3\n";

    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void Every_format_names_the_rule_that_the_change_turns_off()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text));
        git.Commit("2026-01-12", (Settings, """{ "rules": { "KZ304": "off" } }"""));

        var verdict = new ChangedGate(git).Check(since);

        Assert.All(
            ReportFormats.All,
            format =>
            {
                var report = Rendered.Text(verdict, format.Name);
                Assert.Contains("this change turns KZ304 off (it was error)", report);
                Assert.Contains("kaizen.json", report);
            }
        );
    }

    [Fact]
    public void A_change_of_settings_only_is_seen_in_the_index_too()
    {
        git.Commit("2026-01-05", (Backlog, Text));
        git.Write(Settings, "{\n  \"failOn\": \"never\"\n}");
        git.Git("add", "--all");
        git.Write(Settings, "{}"); // What is on disk is not what is committed.

        Assert.Equal(
            ["kaizen.json:2:3 warning this change sets `failOn` to never (it was error)"],
            new ChangedGate(git).Weakened(since: null)
        );
    }

    [Fact]
    public void What_a_settings_file_extends_is_compared_at_its_place()
    {
        var since = git.Commit(
            "2026-01-05",
            (Backlog, Text),
            (Settings, """{ "extends": "shared/base.json" }"""),
            ("shared/base.json", """{ "rules": { "KZ104": "error" } }""")
        );
        git.Commit("2026-01-12", ("shared/base.json", "{\n  \"rules\": { \"session-captured-nothing\": \"info\" }\n}"));

        Assert.Equal(
            ["shared/base.json:2:14 warning this change lowers KZ104 from error to info"],
            new ChangedGate(git).Weakened(since)
        );
    }

    [Fact]
    public void A_deleted_settings_file_is_compared_with_the_defaults()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text), (Settings, """{ "profile": "strict", "people": 4 }"""));
        git.Commit("2026-01-12", (Settings, null));

        var found = Assert.Single(new ChangedGate(git).Weakened(since));
        Assert.StartsWith(
            "kaizen.json:1:1 error this change sets `people` to 1 (it was 4) and sets `profile` to",
            found
        );
    }

    [Fact]
    public void A_renamed_settings_file_with_the_same_values_is_not_a_finding()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text), (Settings, """{ "rules": { "KZ104": "error" } }"""));
        git.Commit(
            "2026-01-12",
            (Settings, """{ "extends": ["team.json"] }"""),
            ("team.json", "{ // moved\n \"rules\": { \"session-captured-nothing\": { \"severity\": \"error\" } } }")
        );

        Assert.Empty(new ChangedGate(git).Weakened(since));
    }

    [Fact]
    public void The_settings_of_a_folder_are_compared_with_what_it_inherited()
    {
        var since = git.Commit(
            "2026-01-05",
            ("api/IMPROVEMENTS.md", Text),
            (Settings, """{ "rules": { "KZ305": { "minOpen": 4 } } }""")
        );
        git.Commit("2026-01-12", ("api/kaizen.json", """{ "root": true }"""));

        Assert.Equal(
            ["kaizen.json:1:1 warning this change sets `minOpen` of KZ305 to 8 (it was 4)"],
            new ChangedGate(git) { Backlogs = ["api/IMPROVEMENTS.md"] }.Weakened(since)
        );
    }

    [Fact]
    public void A_change_cannot_turn_off_the_rule_that_reports_it()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text), (Settings, """{ "profile": "strict" }"""));
        git.Commit(
            "2026-01-12",
            (Settings, """{ "profile": "strict", "failOn": "never", "rules": { "KZ909": "off" } }"""),
            (Backlog, $"<!-- kaizen-disable KZ909: not now -->\n\n{Text}"),
            ("kaizen.baseline.json", Accepted("KZ909", "kaizen.json", "2026-03-01"))
        );

        var verdict = new ChangedGate(git).Check(since);

        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.All(
            verdict.Findings.Where(finding => finding.Rule.Id == "KZ909"),
            finding => Assert.True(finding.Counts && finding.Severity is Severity.Error)
        );
        Assert.Contains(
            verdict.Findings,
            finding => finding.Message.StartsWith("this change turns KZ909 off", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_option_of_the_command_line_turns_it_off()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text));
        git.Commit("2026-01-12", (Settings, """{ "failOn": "never" }"""));

        Assert.Empty(new ChangedGate(git) { Overrides = new() { Rules = ["KZ909=off"] } }.Weakened(since));
    }

    [Fact]
    public void New_and_extended_entries_of_the_baseline_are_named()
    {
        var since = git.Commit(
            "2026-01-05",
            (Backlog, Text),
            ("kaizen.baseline.json", Accepted("KZ305", Backlog, "2026-02-15"))
        );
        git.Commit(
            "2026-01-12",
            ("kaizen.baseline.json", Accepted("KZ305", Backlog, "2026-09-01", ("KZ304", Backlog, "2026-03-01")))
        );

        Assert.Equal(
            [
                "kaizen.baseline.json:2:97 warning this change adds 1 entry to the baseline, until 2026-03-01: KZ304 on \"IMPROVEMENTS.md\"",
                "kaizen.baseline.json:2:2 warning this change extends 1 entry in the baseline, until 2026-09-01: KZ305 on \"IMPROVEMENTS.md\"",
            ],
            new ChangedGate(git).Weakened(since).OrderDescending(StringComparer.Ordinal)
        );
        Assert.Empty(new ChangedGate(git).Weakened("HEAD"));
    }

    [Fact]
    public void New_suppressions_are_named_and_old_ones_are_not()
    {
        const string Before =
            "# B\n\n<!-- kaizen-disable-next-item KZ305: waits for the audit -->\n- [ ] Cache the fonts\n- [ ] Cache the icons\n";
        var since = git.Commit("2026-01-05", (Backlog, Before));
        git.Commit(
            "2026-01-12",
            (
                Backlog,
                "<!-- kaizen-disable KZ304: busy -->\n"
                    + Before.Replace("fonts", "web fonts", StringComparison.Ordinal)
                    + "\n<!-- kaizen-disable-next-item unscored: later -->\n- [ ] Cache the sounds\n"
            )
        );

        Assert.Equal(
            [
                "IMPROVEMENTS.md:1:1 warning this change suppresses KZ304 in the whole file",
                "IMPROVEMENTS.md:8:1 warning this change suppresses KZ201 on \"Cache the sounds\"",
            ],
            new ChangedGate(git).Weakened(since)
        );
    }

    [Fact]
    public void The_settings_before_the_change_can_be_used_for_the_check()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text));
        git.Commit(
            "2026-01-12",
            (Settings, """{ "rules": { "KZ104": "off" } }"""),
            ("kaizen.baseline.json", Accepted("KZ104", Backlog, "2026-03-01"))
        );

        var found = new ChangedGate(git).Check(since, usesSettingsBefore: true).Findings;

        Assert.Contains(found, finding => finding is { Rule.Id: "KZ104", Counts: true });
        Assert.Equal(2, found.Count(finding => finding.Rule.Id == "KZ909"));
        Assert.DoesNotContain(new ChangedGate(git).Check(since).Findings, finding => finding.Rule.Id == "KZ104");
    }

    [Fact]
    public void Settings_that_were_invalid_before_cannot_be_compared()
    {
        var since = git.Commit("2026-01-05", (Backlog, Text), (Settings, """{ "peopel": 3 }"""));
        git.Commit("2026-01-12", (Settings, "{}"));

        var missing = new ChangedGate(git).Check(since).NotEvaluated.Single(one => one.Rule.Id == "KZ909");

        Assert.Contains("unknown key \"peopel\"", missing.Reason);
    }

    /// <summary>A baseline, each entry on a line of its own would be as good.</summary>
    private static string Accepted(
        string rule,
        string path,
        string expires,
        params (string Rule, string Path, string Expires)[] more
    )
    {
        var entries = more.Prepend((Rule: rule, Path: path, Expires: expires))
            .Select(one =>
                $$"""{ "rule": "{{one.Rule}}", "path": "{{one.Path}}", "date": "2026-01-05", "expires": "{{one.Expires}}" }"""
            );
        return $"{{ \"schemaVersion\": 1, \"entries\": [\n {string.Join(", ", entries)} ] }}";
    }
}
