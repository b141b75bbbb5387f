using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;
using NJsonSchema;

namespace KaizenGate.Core.Tests.Settings;

public sealed class SettingsSchemaTests
{
    private static readonly string Path = Repository.PathOf("docs", "kaizen.schema.json");

    [Fact]
    public void The_published_schema_is_that_of_the_code()
    {
        var schema = SettingsSchema.Write(RuleCatalog.All.Select(rule => rule.Known));
        if (Repository.Refresh)
        {
            File.WriteAllText(Path, schema);
        }

        Assert.Equal(schema, File.ReadAllText(Path));
    }

    [Fact]
    public void The_schema_that_the_tool_prints_is_the_published_one() =>
        Assert.Equal(File.ReadAllText(Path), Repository.Refresh ? File.ReadAllText(Path) : SettingsSchema.Published);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"extends": "a.json"}""")]
    [InlineData("""{"extends": ["a.json", "b.json"], "profile": "strict", "failOn": "never", "root": true}""")]
    [InlineData("""{"maxFileSize": "1.5 MiB"}""")]
    [InlineData("""{"maxFileSize": 4096}""")]
    [InlineData("""{"scoring": {"scale": "1-5", "formula": "ICE", "high": 50, "medium": 20}}""")]
    [InlineData("""{"scoring": {"scale": 10, "formula": "impact/(effort+1)"}}""")]
    [InlineData("""{"fields": {"impact": ["Nutzen"], "targetDate": "Frist"}}""")]
    [InlineData("""{"metrics": {"p95": {"better": "lower"}}}""")]
    [InlineData("""{"rules": {"KZ201": "off", "low-execution-rate": {"severity": "info", "minCaptured": 20}}}""")]
    [InlineData("""{"rules": {"KZ301": {"forms": ["task"]}}}""")]
    [InlineData("""{"reading": {"sections": {"Ideas": "items", "Now": "high"}, "ignore": "Usage", "items": "rows"}}""")]
    [InlineData(
        """{"reading": {"columns": {"Story": "title"}, "statuses": {"🟣": "done"}, "boxes": {"w i": "done"}}}"""
    )]
    public async Task The_schema_accepts_what_the_reader_accepts(string json)
    {
        using var folder = new SettingsFolder();
        folder.Write("a.json", "{}").Write("b.json", "{}").Write("kaizen.json", json).Load();
        Assert.Empty(await Problems(json));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"peple": 1}""")]
    [InlineData("""{"people": 0}""")]
    [InlineData("""{"people": 1.5}""")]
    [InlineData("""{"people": "1"}""")]
    [InlineData("""{"profile": "lax"}""")]
    [InlineData("""{"failOn": "Error"}""")]
    [InlineData("""{"archive": " "}""")]
    [InlineData("""{"backlogs": [1]}""")]
    [InlineData("""{"maxFileSize": "64 furlongs"}""")]
    [InlineData("""{"scoring": {"scale": 7}}""")]
    [InlineData("""{"scoring": {"colour": 7}}""")]
    [InlineData("""{"fields": {"other": "x"}}""")]
    [InlineData("""{"metrics": {"p95": {}}}""")]
    [InlineData("""{"metrics": {"p95": {"better": "left"}}}""")]
    [InlineData("""{"rules": {"KZ999": "off"}}""")]
    [InlineData("""{"rules": {"unscored": "on"}}""")]
    [InlineData("""{"rules": {"KZ301": {"minCaptured": 0}}}""")]
    [InlineData("""{"rules": {"KZ301": {"minimum": 1}}}""")]
    [InlineData("""{"rules": {"KZ301": {"forms": ["bullet"]}}}""")]
    [InlineData("""{"reading": {"sections": {"Ideas": "later"}}}""")]
    [InlineData("""{"reading": {"columns": {"Story": "heading"}}}""")]
    [InlineData("""{"reading": {"boxes": {"w": "high"}}}""")]
    [InlineData("""{"reading": {"items": "tables"}}""")]
    public async Task The_schema_rejects_what_the_reader_rejects(string json)
    {
        SettingsFolder.ErrorIn(json);
        Assert.NotEmpty(await Problems(json));
    }

    private static async Task<IEnumerable<object>> Problems(string json) =>
        (
            await JsonSchema.FromJsonAsync(
                SettingsSchema.Write(SettingsFolder.Rules),
                TestContext.Current.CancellationToken
            )
        ).Validate(json);
}
