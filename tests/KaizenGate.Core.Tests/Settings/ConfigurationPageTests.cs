using System.Globalization;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>docs/configuration.md agrees with the code.</summary>
public sealed class ConfigurationPageTests
{
    private static readonly string Path = Repository.PathOf("docs", "configuration.md");

    private static readonly KnownRule[] Rules = [.. RuleCatalog.All.Select(rule => rule.Known)];

    [Fact]
    public void The_complete_example_loads_and_uses_every_key()
    {
        var example = Fence("json kaizen.json");
        using var folder = new SettingsFolder();
        folder.Write("kaizen.json", example);
        SettingsLoader.Load(folder.Root, Rules, folder.Environment, folder.Overrides);
        Assert.All(
            SettingsKeys.File(Rules).Keys.Where(key => key.Name is not ("root" or "extends")),
            key => Assert.Contains($"\"{key.Name}\"", example, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_other_examples_of_settings_load()
    {
        var examples = File.ReadAllText(Path)
            .Split("```json\n")[1..]
            .Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]);
        Assert.NotEmpty(examples);
        using var folder = new SettingsFolder();
        Assert.All(
            examples,
            example =>
            {
                folder.Write("kaizen.json", example);
                SettingsLoader.Load(folder.Root, Rules, folder.Environment, folder.Overrides);
            }
        );
    }

    [Fact]
    public void The_example_of_a_baseline_loads() =>
        Assert.Single(
            Baseline
                .Read(SourceFile.Named("kaizen.baseline.json"), Encoding.UTF8.GetBytes(Fence("json baseline")), Rules)
                .Entries
        );

    [Fact]
    public void The_keys_of_a_baseline_are_those_of_the_page()
    {
        var page = File.ReadAllText(Path);
        Assert.All(
            BaselineKeys.Entry(Rules).Keys,
            key =>
                Assert.Contains(
                    $"| `{key.Name}` | {(key.IsRequired ? "Required. " : "")}",
                    page,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_example_of_an_error_is_the_output_of_the_tool() =>
        Assert.Equal(
            Fence("text error").TrimEnd(),
            SettingsFolder.ErrorIn("{\n  // how far back\n\n    \"windowsWeeks\": 8\n}").ToString()
        );

    [Fact]
    public void The_keys_are_those_of_the_code() => Verify("keys", Table(SettingsKeys.File(Rules)));

    [Fact]
    public void The_keys_of_the_scoring_are_those_of_the_code() => Verify("scoring", Table(ScoringKeys.Object));

    [Fact]
    public void The_keys_of_the_reading_are_those_of_the_code() => Verify("reading", Table(ReadingKeys.Object));

    [Fact]
    public void The_profiles_are_those_of_the_code() =>
        Verify(
            "profiles",
            [
                "| profile | meaning | additional errors |",
                "| --- | --- | --- |",
                .. Profile.All.Select(profile =>
                    $"| `{profile.Name}` | {profile.Meaning.TrimEnd('.')} | {string.Join(", ", profile.Errors.Where(IsKnown))} |"
                ),
            ]
        );

    [Fact]
    public void The_formulas_are_those_of_the_code() =>
        Verify(
            "formulas",
            [
                "| name | expression | high from | medium from | |",
                "| --- | --- | --- | --- | --- |",
                .. FormulaPreset.All.Select(preset =>
                    $"| `{preset.Name}` | `{preset.Expression}` | {Bound(preset.High)} | {Bound(preset.Medium)} | {preset.Meaning} |"
                ),
            ]
        );

    [Fact]
    public void The_fields_are_those_of_the_code() =>
        Verify(
            "fields",
            [string.Join(", ", SettingsKeys.FieldLabels(FieldCatalog.Table).Keys.Select(key => $"`{key.Name}`"))]
        );

    [Fact]
    public void The_environment_variables_are_those_of_the_code() =>
        Verify(
            "environment",
            [
                "| variable | sets |",
                "| --- | --- |",
                .. EnvironmentVariables.All.Select(variable =>
                    $"| `{variable.Name}` | {variable.Meaning.TrimEnd('.')} |"
                ),
            ]
        );

    private static IEnumerable<string> Table<T>(ObjectType<T> shape) =>
        [
            "| key | meaning | default |",
            "| --- | --- | --- |",
            .. shape.Keys.Select(key =>
                $"| `{key.Name}` | {key.Description.TrimEnd('.')} | {(key.Default is null ? "" : $"`{key.Default}`")} |"
            ),
        ];

    private static string Bound(double? bound) =>
        bound is { } known ? known.ToString(CultureInfo.InvariantCulture) : "set it";

    private static bool IsKnown(string id) => RuleCatalog.Find(id) is not null;

    private static void Verify(string part, IEnumerable<string> lines) =>
        GeneratedPart.Verify(
            Path,
            $"<!-- {part}: generated from the code, do not edit -->",
            $"<!-- /{part} -->",
            $"\n{string.Concat(lines.Select(line => line + "\n"))}\n"
        );

    private static string Fence(string info)
    {
        var lines = File.ReadAllLines(Path);
        var start = Array.IndexOf(lines, $"```{info}");
        Assert.True(start >= 0, $"{Path} has no fence {info}");
        var end = Array.IndexOf(lines, "```", start);
        return string.Concat(lines[(start + 1)..end].Select(line => line + "\n"));
    }
}
