using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>The meaning of a valid kaizen.json.</summary>
public sealed class SettingsValueTests
{
    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_accepted() =>
        Assert.Equal(3, SettingsFolder.Read("\uFEFF// ours\n{ /* all of us */ \"people\": 3, }\n").People);

    [Fact]
    public void An_empty_object_gives_the_built_in_settings() =>
        Assert.Equal(GateSettings.Default, SettingsFolder.Read("{}"));

    [Fact]
    public void One_glob_needs_no_brackets() =>
        Assert.Equal(["docs/*.md"], SettingsFolder.Read("""{"backlogs": "docs/*.md"}""").Backlogs);

    [Theory]
    [InlineData("1048576", 1_048_576)]
    [InlineData("\"64 MiB\"", 67_108_864)]
    [InlineData("\"1.5KiB\"", 1536)]
    [InlineData("\"2 MB\"", 2_000_000)]
    [InlineData("\"100 B\"", 100)]
    [InlineData("\"100\"", 100)]
    [InlineData("\"1 GiB\"", 1_073_741_824)]
    public void A_size_is_given_in_bytes_or_with_a_unit(string size, long bytes) =>
        Assert.Equal(bytes, SettingsFolder.Read($$"""{"maxFileSize": {{size}}}""").MaxFileBytes);

    [Theory]
    [InlineData("\"1-5\"", 5)]
    [InlineData("5", 5)]
    [InlineData("\"1-10\"", 10)]
    [InlineData("10", 10)]
    public void The_scale_is_a_range_or_its_maximum(string scale, int top) =>
        Assert.Equal(top, SettingsFolder.Read($$$"""{"scoring": {"scale": {{{scale}}}}}""").Scoring.Scale);

    [Fact]
    public void A_preset_has_its_own_thresholds()
    {
        var scoring = SettingsFolder.Read("""{"scoring": {"formula": "impact/effort"}}""").Scoring;
        Assert.Equal((4, 1.5), (scoring.High, scoring.Medium));
    }

    [Fact]
    public void Explicit_thresholds_override_those_of_the_preset()
    {
        var scoring = SettingsFolder.Read("""{"scoring": {"high": 500, "medium": 100, "formula": "ICE"}}""").Scoring;
        Assert.Equal((500, 100), (scoring.High, scoring.Medium));
    }

    [Fact]
    public void A_formula_may_be_an_expression() =>
        Assert.Equal(
            ["reach", "jobsize"],
            SettingsFolder.Read("""{"scoring": {"formula": "reach ÷ jobSize"}}""").Scoring.Formula.Variables
        );

    [Fact]
    public void A_field_gets_additional_labels() =>
        Assert.Equal(
            ["Nutzen", "Wirkung"],
            SettingsFolder.Read("""{"fields": {"impact": ["Nutzen", "Wirkung"]}}""").Fields[FieldCatalog.Impact]
        );

    [Fact]
    public void A_metric_has_a_direction() =>
        Assert.Equal(
            Better.Higher,
            SettingsFolder.Read("""{"metrics": {"Coverage %": {"better": "higher"}}}""").Metrics["Coverage %"].Better
        );

    [Theory]
    [InlineData("""{"rules": {"KZ301": "error"}}""")]
    [InlineData("""{"rules": {"low-execution-rate": "error"}}""")]
    [InlineData("""{"rules": {"KZ301": {"severity": "error"}}}""")]
    public void A_rule_is_set_by_id_or_name(string json) =>
        Assert.Equal(Severity.Error, SettingsFolder.Read(json).Rules["KZ301"].Severity);

    [Fact]
    public void A_threshold_of_a_rule_does_not_change_its_severity()
    {
        var rule = SettingsFolder.Read("""{"rules": {"KZ301": {"minCaptured": 20, "forms": ["task"]}}}""").Rules[
            "KZ301"
        ];
        Assert.Null(rule.Severity);
        Assert.Equal(20, rule.Numbers["minCaptured"]);
        Assert.Equal(["task"], rule.Lists["forms"]);
    }

    [Fact]
    public void All_other_keys_reach_the_settings()
    {
        var settings = SettingsFolder.Read(
            """
            {
              "$schema": "https://example.org/kaizen.schema.json",
              "root": true,
              "profile": "strict",
              "failOn": "warning",
              "archive": "done.md",
              "baseline": "accepted.json",
              "people": 4,
              "hoursPerWeek": 37.5,
              "windowWeeks": 26,
              "scoring": { "effortIsEase": true, "effortFromHours": true }
            }
            """
        );
        Assert.Equal("strict", settings.Profile);
        Assert.Equal(Severity.Warning, settings.FailOn);
        Assert.Equal("done.md", settings.Archive);
        Assert.Equal("accepted.json", settings.Baseline);
        Assert.Equal(4, settings.People);
        Assert.Equal(37.5, settings.HoursPerWeek);
        Assert.Equal(26, settings.WindowWeeks);
        Assert.True(settings.Scoring.EffortIsEase);
        Assert.True(settings.Scoring.EffortFromHours);
    }

    [Theory]
    [InlineData("recommended", "KZ201", Severity.Error)]
    [InlineData("recommended", "KZ306", Severity.Warning)]
    [InlineData("strict", "KZ306", Severity.Error)]
    [InlineData("strict", "KZ301", Severity.Warning)]
    [InlineData("advisory", "KZ201", Severity.Warning)]
    [InlineData("advisory", "KZ403", Severity.Info)]
    internal void A_profile_sets_the_severities(string profile, string rule, Severity expected) =>
        Assert.Equal(
            expected,
            SettingsFolder
                .Read($$"""{"profile": "{{profile}}"}""")
                .SeverityOf(SettingsFolder.Rules.Single(known => known.Id == rule))
        );

    [Fact]
    public void A_severity_overrides_the_profile() =>
        Assert.Equal(
            Severity.Error,
            SettingsFolder
                .Read("""{"rules": {"KZ201": "error"}, "profile": "advisory"}""")
                .SeverityOf(SettingsFolder.Rules[0])
        );
}
