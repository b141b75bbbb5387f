using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>The sources of settings and their precedence.</summary>
public sealed class SettingsSourceTests : IDisposable
{
    private readonly SettingsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_is_found_in_a_folder_above()
    {
        folder.Write("kaizen.json", """{"people": 3}""").Write("src/deep/readme.md", "");
        var loaded = folder.Load("src/deep");
        Assert.Equal(3, loaded.Settings.People);
        Assert.Equal(folder.Root, loaded.BaseFolder);
    }

    [Fact]
    public void The_nearest_file_alone_counts()
    {
        folder.Write("kaizen.json", """{"people": 3}""").Write("src/kaizen.json", """{"windowWeeks": 8}""");
        var loaded = folder.Load("src");
        Assert.Equal((1, 8), (loaded.Settings.People, loaded.Settings.WindowWeeks));
        Assert.Equal([Path.Combine(folder.Root, "src", "kaizen.json")], loaded.Files);
    }

    [Fact]
    public void Without_a_file_paths_are_relative_to_the_working_folder()
    {
        folder.Write("src/readme.md", "");
        var loaded = folder.Load("src");
        Assert.Equal(Path.Combine(folder.Root, "src"), loaded.BaseFolder);
        Assert.Empty(loaded.Files);
    }

    [Fact]
    public void The_option_names_another_file_and_its_folder_becomes_the_base()
    {
        folder.Write("kaizen.json", """{"people": 3}""").Write("ci/gate.json", """{"people": 5, "root": true}""");
        folder.Overrides = new() { Config = "ci/gate.json" };
        var loaded = folder.Load();
        Assert.Equal(5, loaded.Settings.People);
        Assert.Equal(Path.Combine(folder.Root, "ci"), loaded.BaseFolder);
        Assert.True(loaded.IsRoot);
    }

    [Fact]
    public void The_variable_names_another_file_and_the_option_overrides_it()
    {
        folder.Write("a.json", """{"people": 3}""").Write("b.json", """{"people": 5}""");
        folder.Environment["KAIZEN_CONFIG"] = "a.json";
        Assert.Equal(3, folder.Load().Settings.People);
        folder.Overrides = new() { Config = "b.json" };
        Assert.Equal(5, folder.Load().Settings.People);
    }

    [Theory]
    [InlineData("gone.json", "gone.json in --config does not exist")]
    [InlineData("docs", "docs in --config is a folder")]
    [InlineData("", "--config must be the path of a settings file, not \"\"")]
    public void A_requested_file_must_exist(string path, string message)
    {
        folder.Write("docs/x.md", "");
        folder.Overrides = new() { Config = path };
        Assert.Equal(message, folder.Error().Message);
    }

    [Fact]
    public void Each_layer_overrides_the_one_before()
    {
        folder
            .Write(
                "base.json",
                """{"people": 2, "windowWeeks": 2, "hoursPerWeek": 2, "failOn": "info", "profile": "strict"}"""
            )
            .Write("more.json", """{"windowWeeks": 3, "hoursPerWeek": 3, "failOn": "warning"}""")
            .Write("kaizen.json", """{"hoursPerWeek": 4, "failOn": "never", "extends": ["base.json", "more.json"]}""");
        folder.Environment["KAIZEN_FAIL_ON"] = "error";
        folder.Environment["KAIZEN_PROFILE"] = "advisory";
        folder.Overrides = new() { Profile = "recommended" };

        var settings = folder.Load().Settings;

        Assert.Equal((2, 3, 4.0), (settings.People, settings.WindowWeeks, settings.HoursPerWeek));
        Assert.Equal((Severity.Error, "recommended"), (settings.FailOn, settings.Profile));
    }

    [Fact]
    public void The_use_of_the_history_comes_from_file_variable_and_option()
    {
        Assert.Equal(HistoryUse.Auto, folder.Load().Settings.History);
        folder.Write("kaizen.json", """{"history": "required"}""");
        Assert.Equal(HistoryUse.Required, folder.Load().Settings.History);
        folder.Environment["KAIZEN_HISTORY"] = "Off";
        Assert.Equal(HistoryUse.Off, folder.Load().Settings.History);
        folder.Overrides = new() { History = HistoryUse.Auto };
        Assert.Equal(HistoryUse.Auto, folder.Load().Settings.History);
    }

    [Fact]
    public void Option_variable_and_file_override_severities_in_that_order()
    {
        folder.Write("kaizen.json", """{"rules": {"KZ201": "info", "KZ301": "info", "KZ306": "info"}}""");
        folder.Environment["KAIZEN_RULES"] = "KZ301=warning, stale-improvement = Warning;";
        folder.Overrides = new() { Rules = ["kz306=error"] };

        var settings = folder.Load().Settings;

        Assert.Equal(
            [Severity.Info, Severity.Warning, Severity.Error],
            SettingsFolder.Rules.Take(3).Select(settings.SeverityOf)
        );
    }

    [Fact]
    public void Options_of_one_rule_from_several_files_add_up()
    {
        folder
            .Write("base.json", """{"rules": {"KZ301": {"minCaptured": 20}}}""")
            .Write("kaizen.json", """{"extends": "base.json", "rules": {"low-execution-rate": "info"}}""");
        var rule = folder.Load().Settings.Rules["KZ301"];
        Assert.Equal((Severity.Info, 20), (rule.Severity, rule.Numbers["minCaptured"]));
    }

    [Fact]
    public void Labels_of_one_field_from_several_files_add_up()
    {
        folder
            .Write("base.json", """{"fields": {"impact": ["Nutzen", "Wert"]}}""")
            .Write("kaizen.json", """{"extends": "base.json", "fields": {"impact": ["Wert", "Gewinn"]}}""");
        Assert.Equal(["Nutzen", "Wert", "Gewinn"], folder.Load().Settings.Fields[FieldCatalog.Impact]);
    }

    [Fact]
    public void A_base_formula_keeps_its_thresholds_when_the_file_sets_the_scale()
    {
        folder
            .Write("base.json", """{"scoring": {"formula": "ICE"}}""")
            .Write("kaizen.json", """{"extends": "base.json", "scoring": {"scale": "1-5"}}""");
        var scoring = folder.Load().Settings.Scoring;
        Assert.Equal((5, 400, 200), (scoring.Scale, scoring.High, scoring.Medium));
    }

    [Fact]
    public void Extended_files_are_relative_to_the_file_that_names_them()
    {
        folder
            .Write("kaizen.json", """{"extends": "shared/team.json"}""")
            .Write("shared/team.json", """{"extends": "company.json"}""")
            .Write("shared/company.json", """{"people": 9}""");
        var loaded = folder.Load();
        Assert.Equal(9, loaded.Settings.People);
        Assert.Equal(
            ["shared/company.json", "shared/team.json", "kaizen.json"],
            loaded.Files.Select(file => Path.GetRelativePath(folder.Root, file).Replace('\\', '/'))
        );
    }

    [Fact]
    public void A_missing_extended_file_is_an_error_where_it_is_named()
    {
        folder.Write("kaizen.json", "{\n  \"extends\": [\n    \"gone.json\"\n  ]\n}");
        var error = folder.Error();
        Assert.Equal(("kaizen.json", 3, 5), (error.Path, error.Line, error.Column));
        Assert.Equal("gone.json in extends[0] does not exist", error.Message);
    }

    [Fact]
    public void A_cycle_is_an_error_where_it_closes()
    {
        folder
            .Write("kaizen.json", """{"extends": "a.json"}""")
            .Write("a.json", """{"extends": "b.json"}""")
            .Write("b.json", "{\n\"extends\": \"./a.json\"}");
        var error = folder.Error();
        Assert.Equal(("b.json", 2, 12), (error.Path, error.Line, error.Column));
        Assert.Equal("circular \"extends\": a.json → b.json → a.json", error.Message);
    }

    [Fact]
    public void One_file_may_be_extended_by_two_others()
    {
        folder
            .Write("kaizen.json", """{"extends": ["a.json", "b.json"]}""")
            .Write("a.json", """{"extends": "base.json", "people": 2}""")
            .Write("b.json", """{"extends": "base.json"}""")
            .Write("base.json", """{"people": 1}""");
        Assert.Equal(1, folder.Load().Settings.People);
    }

    [Fact]
    public void The_number_of_files_is_limited()
    {
        for (var i = 0; i < 30; i++)
        {
            folder.Write($"{i}.json", $$"""{"extends": ["{{i + 1}}.json", "{{i + 1}}.json"]}""");
        }

        folder.Write("30.json", "{}").Write("kaizen.json", """{"extends": "0.json"}""");
        Assert.Equal("the settings extend more than 64 files", folder.Error().Message);
    }

    [Fact]
    public void An_error_in_an_extended_file_names_that_file()
    {
        folder.Write("kaizen.json", """{"extends": "shared/a.json"}""").Write("shared/a.json", """{"people": 0}""");
        Assert.Equal("shared/a.json", folder.Error().Path);
    }

    [Theory]
    [InlineData("KAIZEN_PEOPLE", "many", "KAIZEN_PEOPLE must be a whole number from 1 to 10000, not \"many\"")]
    [InlineData("KAIZEN_FAIL_ON", "warn", "KAIZEN_FAIL_ON must be error, warning, info or never, not \"warn\"")]
    [InlineData("KAIZEN_RULES", "KZ201", "invalid value \"KZ201\" for KAIZEN_RULES")]
    [InlineData("KAIZEN_RULES", "KZ999=off", "unknown rule \"KZ999\" in KAIZEN_RULES")]
    [InlineData(
        "KAIZEN_RULES",
        "KZ201=of",
        "the severity of KZ201 in KAIZEN_RULES must be off, info, warning or error, not \"of\""
    )]
    [InlineData("KAIZEN_FAILON", "error", "unknown environment variable \"KAIZEN_FAILON\"")]
    [InlineData("KAIZEN_CONFIG", "gone.json", "gone.json in KAIZEN_CONFIG does not exist")]
    public void An_invalid_variable_is_an_error_with_its_name(string name, string value, string message)
    {
        folder.Environment[name] = value;
        var error = folder.Error();
        Assert.Equal((message, null), (error.Message, error.Path));
    }

    [Theory]
    [InlineData("KAIZEN_PEOPLE", "")]
    [InlineData("KAIZEN_HOME", "/opt/kaizen")]
    [InlineData("KAIZEN_TESTS_REFRESH", "1")]
    [InlineData("KAIZEN_TESTS_RULES", "1")]
    [InlineData("PEOPLE", "many")]
    public void Empty_and_unrelated_variables_are_ignored(string name, string value)
    {
        folder.Environment[name] = value;
        Assert.Equal(GateSettings.Default, folder.Load().Settings);
    }

    [Fact]
    public void All_other_variables_reach_the_settings()
    {
        folder.Environment["KAIZEN_BACKLOGS"] = "a.md; docs/*.md";
        folder.Environment["KAIZEN_ARCHIVE"] = "old.md";
        folder.Environment["KAIZEN_BASELINE"] = "base.json";
        folder.Environment["KAIZEN_PEOPLE"] = "7";
        folder.Environment["KAIZEN_HOURS_PER_WEEK"] = "32.5";
        folder.Environment["KAIZEN_WINDOW_WEEKS"] = "6";
        folder.Environment["KAIZEN_MAX_FILE_SIZE"] = "2 MiB";

        var settings = folder.Load().Settings;

        Assert.Equal(["a.md", "docs/*.md"], settings.Backlogs);
        Assert.Equal(("old.md", "base.json"), (settings.Archive, settings.Baseline));
        Assert.Equal((7, 32.5, 6), (settings.People, settings.HoursPerWeek, settings.WindowWeeks));
        Assert.Equal(2_097_152, settings.MaxFileBytes);
    }

    [Theory]
    [InlineData("--profile", "strct", "--profile must be recommended, strict or advisory, not \"strct\"")]
    [InlineData("--fail-on", "all", "--fail-on must be error, warning, info or never, not \"all\"")]
    [InlineData("--rule", "KZ201:off", "invalid value \"KZ201:off\" for --rule")]
    public void An_invalid_option_is_an_error_with_its_name(string option, string value, string message)
    {
        folder.Overrides = option switch
        {
            "--profile" => new() { Profile = value },
            "--fail-on" => new() { FailOn = value },
            _ => new() { Rules = [value] },
        };
        Assert.Equal(message, folder.Error().Message);
    }
}
