using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>The defaults in the schema and the documentation are those of the code.</summary>
public sealed class SettingsDefaultTests
{
    public static TheoryData<string> Keys =>
        [.. SettingsKeys.File([]).Keys.Where(key => key.Default is not null).Select(key => key.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Setting_a_key_to_its_default_changes_nothing(string name)
    {
        var shape = SettingsKeys.File([]);
        var value = shape.Keys.Single(key => key.Name == name).Default;
        Assert.Equivalent(GateSettings.Default, Read(shape, $$"""{"{{name}}": {{value}}}""").Finish([]));
    }

    [Fact]
    public void The_defaults_of_the_scoring_are_those_of_the_scoring()
    {
        var all = string.Join(", ", ScoringKeys.Object.Keys.Select(key => $"\"{key.Name}\": {key.Default}"));
        var layer = Read(SettingsKeys.File([]), $$"""{"scoring": { {{all}} } }""");
        Assert.Equal(Scoring.Default, layer.Scoring.Finish());
    }

    [Fact]
    public void The_defaults_of_the_reading_are_those_of_the_reading()
    {
        var all = string.Join(", ", ReadingKeys.Object.Keys.Select(key => $"\"{key.Name}\": {key.Default}"));
        var layer = Read(SettingsKeys.File([]), $$"""{"reading": { {{all}} } }""");
        Assert.Equivalent(ReadingSettings.Default, layer.Settings.Reading);
    }

    private static SettingsLayer Read(ObjectType<SettingsLayer> shape, string json)
    {
        var cursor = new JsonCursor(new SettingsText("kaizen.json", Encoding.UTF8.GetBytes(json)));
        return shape.Read(ref cursor, "")(SettingsLayer.Empty);
    }
}
