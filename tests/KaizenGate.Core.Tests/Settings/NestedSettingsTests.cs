using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>Settings in nested folders.</summary>
public sealed class NestedSettingsTests : IDisposable
{
    private readonly SettingsFolder folder = new();

    public NestedSettingsTests() => folder.Write(".git/HEAD", "");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_nearest_file_overrides_those_above_it()
    {
        folder
            .Write("kaizen.json", """{"people": 9, "windowWeeks": 8, "hoursPerWeek": 30}""")
            .Write("teams/kaizen.json", """{"windowWeeks": 6, "hoursPerWeek": 32}""")
            .Write("teams/a/kaizen.json", """{"hoursPerWeek": 38.5}""");

        var settings = Of("teams/a/docs/BACKLOG.md").Settings;

        Assert.Equal((9, 6, 38.5), (settings.People, settings.WindowWeeks, settings.HoursPerWeek));
    }

    [Fact]
    public void A_root_inherits_nothing()
    {
        folder
            .Write("kaizen.json", """{"people": 9}""")
            .Write("teams/kaizen.json", """{"root": true, "windowWeeks": 6}""")
            .Write("teams/a/kaizen.json", """{"hoursPerWeek": 32}""");

        var settings = Of("teams/a/BACKLOG.md").Settings;

        Assert.Equal((1, 6, 32), (settings.People, settings.WindowWeeks, settings.HoursPerWeek));
    }

    [Fact]
    public void Nothing_above_the_root_of_the_repository_is_inherited()
    {
        folder
            .Write("kaizen.json", """{"people": 9}""")
            .Write("inner/.git/HEAD", "")
            .Write("inner/kaizen.json", """{"windowWeeks": 6}""")
            .Write("inner/a/kaizen.json", """{"hoursPerWeek": 32}""");

        var settings = Of("inner/a/BACKLOG.md").Settings;

        Assert.Equal((1, 6, 32), (settings.People, settings.WindowWeeks, settings.HoursPerWeek));
    }

    [Fact]
    public void Severities_thresholds_and_labels_of_several_folders_add_up()
    {
        folder
            .Write(
                "kaizen.json",
                """{"rules": {"KZ201": "info", "KZ301": {"minCaptured": 20}}, "fields": {"impact": ["Nutzen"]}}"""
            )
            .Write("a/kaizen.json", """{"rules": {"KZ301": "error"}, "fields": {"impact": ["Wert"]}}""");

        var settings = Of("a/BACKLOG.md").Settings;

        Assert.Equal(Severity.Info, settings.Rules["KZ201"].Severity);
        Assert.Equal(
            (Severity.Error, 20),
            (settings.Rules["KZ301"].Severity, settings.Rules["KZ301"].Numbers["minCaptured"])
        );
        Assert.Equal(["Nutzen", "Wert"], settings.Fields[FieldCatalog.Impact]);
    }

    [Fact]
    public void An_extended_file_overrides_the_folders_above()
    {
        folder
            .Write("kaizen.json", """{"people": 9, "windowWeeks": 8}""")
            .Write("shared.json", """{"people": 5}""")
            .Write("a/kaizen.json", """{"extends": "../shared.json"}""");

        var loaded = Of("a/BACKLOG.md");

        Assert.Equal((5, 8), (loaded.Settings.People, loaded.Settings.WindowWeeks));
        Assert.Equal(["kaizen.json", "shared.json", "a/kaizen.json"], loaded.ShownFiles);
    }

    [Fact]
    public void Environment_and_command_line_override_every_folder()
    {
        folder
            .Write("kaizen.json", "{}")
            .Write("a/kaizen.json", """{"people": 2, "profile": "advisory", "rules": {"KZ201": "off"}}""");
        folder.Environment["KAIZEN_PEOPLE"] = "7";
        folder.Overrides = new() { Profile = "strict", Rules = ["KZ201=error"] };

        var settings = Of("a/BACKLOG.md").Settings;

        Assert.Equal((7, "strict"), (settings.People, settings.Profile));
        Assert.Equal(Severity.Error, settings.SeverityOf(SettingsFolder.Rules[0]));
    }

    [Fact]
    public void A_named_file_applies_to_every_folder()
    {
        folder.Write("ci.json", """{"people": 5}""").Write("a/kaizen.json", """{"people": 2}""");
        folder.Overrides = new() { Config = "ci.json" };

        Assert.Equal(5, Of("a/BACKLOG.md").Settings.People);
    }

    [Fact]
    public void Without_a_file_at_or_above_it_a_backlog_has_the_settings_of_the_run()
    {
        folder.Write("a/kaizen.json", """{"people": 5}""").Write("b/x.md", "");

        Assert.Equal(5, folder.Load("a").Of(Path.Combine(folder.Root, "b", "x.md")).Settings.People);
    }

    [Fact]
    public void Inherited_paths_stay_relative_to_their_own_file()
    {
        folder
            .Write("kaizen.json", """{"backlogs": ["teams/*/B.md"], "baseline": "accepted.json"}""")
            .Write("teams/a/kaizen.json", """{"people": 2}""");

        var loaded = folder.Load("teams/a");

        Assert.Equal(["teams/*/B.md"], loaded.Settings.Backlogs);
        Assert.Equal(folder.Root, loaded.BacklogsFolder);
        Assert.Equal(
            Path.Combine(folder.Root, "accepted.json"),
            Path.GetFullPath(loaded.Settings.Baseline, loaded.BaseFolder)
        );
    }

    [Fact]
    public void Own_paths_are_relative_to_the_folder_of_the_file()
    {
        folder
            .Write("kaizen.json", """{"backlogs": ["teams/*/B.md"], "baseline": "accepted.json"}""")
            .Write("teams/a/kaizen.json", """{"backlogs": ["B.md"], "baseline": "own.json"}""");

        var loaded = folder.Load("teams/a");

        Assert.Equal(Path.Combine(folder.Root, "teams", "a"), loaded.BacklogsFolder);
        Assert.Equal(
            Path.Combine(folder.Root, "teams", "a", "own.json"),
            Path.GetFullPath(loaded.Settings.Baseline, loaded.BaseFolder)
        );
    }

    [Fact]
    public void Backlogs_of_the_environment_are_relative_to_the_nearest_file()
    {
        folder.Write("kaizen.json", """{"backlogs": ["teams/*/B.md"]}""").Write("teams/a/kaizen.json", "{}");
        folder.Environment["KAIZEN_BACKLOGS"] = "B.md";

        Assert.Equal(Path.Combine(folder.Root, "teams", "a"), folder.Load("teams/a").BacklogsFolder);
    }

    [Fact]
    public void An_invalid_file_in_a_folder_is_an_error_with_its_place()
    {
        folder.Write("kaizen.json", "{}").Write("teams/a/kaizen.json", "{\n  \"people\": 0\n}");

        var error = Assert.Throws<InputException>(() => Of("teams/a/BACKLOG.md")).Error;

        Assert.Equal(("teams/a/kaizen.json", 2, 13), (error.Path, error.Line, error.Column));
    }

    [Fact]
    public void Siblings_read_the_file_above_them_once()
    {
        folder.Write("kaizen.json", """{"people": 9}""").Write("a/kaizen.json", "{}").Write("b/kaizen.json", "{}");
        var loaded = folder.Load();
        folder.Write("kaizen.json", "no JSON any more");

        Assert.Equal(9, loaded.Of(Path.Combine(folder.Root, "a", "B.md")).Settings.People);
        Assert.Equal(9, loaded.Of(Path.Combine(folder.Root, "c", "B.md")).Settings.People);
    }

    [Fact]
    public void All_files_up_to_the_root_determine_the_settings_even_missing_ones()
    {
        folder
            .Write("kaizen.json", "{}")
            .Write("teams/kaizen.json", """{"root": true}""")
            .Write("shared.json", "{}")
            .Write("teams/a/kaizen.json", """{"extends": "../../shared.json"}""");

        var governing = folder.Load().Governing(Path.Combine(folder.Root, "teams", "a", "docs", "B.md"));

        Assert.Equal(
            ["teams/a/docs/kaizen.json", "teams/a/kaizen.json", "teams/kaizen.json", "shared.json"],
            governing.Select(path => Path.GetRelativePath(folder.Root, path).Replace('\\', '/'))
        );
    }

    private LoadedSettings Of(string backlog) => folder.Load().Of(Path.Combine(folder.Root, backlog));
}

/// <summary>Outside a repository settings are inherited from the working folder at most.</summary>
public sealed class NestedSettingsWithoutRepositoryTests : IDisposable
{
    private readonly SettingsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Folders_in_the_working_folder_inherit_from_it()
    {
        folder.Write("kaizen.json", """{"people": 9}""").Write("a/kaizen.json", """{"windowWeeks": 6}""");

        var settings = folder.Load().Of(Path.Combine(folder.Root, "a", "B.md")).Settings;

        Assert.Equal((9, 6), (settings.People, settings.WindowWeeks));
    }

    [Fact]
    public void Without_a_repository_settings_above_the_working_folder_are_ignored()
    {
        folder.Write("kaizen.json", """{"people": 9}""").Write("a/kaizen.json", """{"windowWeeks": 6}""");

        var settings = folder.Load("a").Of(Path.Combine(folder.Root, "a", "B.md")).Settings;

        Assert.Equal((1, 6), (settings.People, settings.WindowWeeks));
    }

    [Fact]
    public void The_files_of_many_folders_are_expected_before_they_are_looked_for()
    {
        folder.Write("kaizen.json", """{"people": 3}""").Write("a/kaizen.json", """{"people": 5}""");
        Directory.CreateDirectory(Path.Combine(folder.Root, ".git"));
        var (expected, lookedFor) = (new HashSet<string>(), new HashSet<string>());
        var loaded = folder.Load(
            "",
            SettingsSource.Of(
                path =>
                {
                    lookedFor.Add(path);
                    return File.Exists(path) ? File.ReadAllBytes(path) : null;
                },
                expected.UnionWith
            )
        );
        string[] backlogs =
        [
            Path.Join(folder.Root, "a/b/x.md"),
            Path.Join(folder.Root, "c/x.md"),
            Path.Join(folder.Root, "x.md"),
        ];

        loaded.Expect(backlogs);
        lookedFor.Clear();

        Assert.Equal([5, 3, 3], backlogs.Select(path => loaded.Of(path).Settings.People));
        Assert.NotEmpty(lookedFor);
        Assert.Subset(expected, lookedFor);
        Assert.All(expected, path => Assert.StartsWith(folder.Root, path, StringComparison.Ordinal));
    }
}
