using System.Text.Encodings.Web;
using System.Text.Json;
using KaizenGate.Cli;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Tests;

namespace KaizenGate.Core.Tests.Schemas;

/// <summary>The JSON schemas in docs/schemas are those of the code and the documentation.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Every_document_has_a_schema() =>
        Assert.Equal(
            SchemaCatalog.All.Select(one => one.Name).Order(StringComparer.Ordinal),
            Documents.All.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_schemas_are_up_to_date_and_describe_every_field()
    {
        var undescribed = new List<string>();
        foreach (var (name, commands) in SchemaCatalog.All)
        {
            var document = Documents.All[name];
            var writer = new SchemaWriter([
                .. FieldTables.Of(document.Page, document.Section),
                .. FieldTables.Of("json.md", "## Fields"),
                .. FieldTables.Of("json.md"),
                .. FieldTables.Of("report.md"),
            ]);
            var schema = writer.Of(
                $"{ProjectAddress.Url}/raw/main/docs/schemas/{name}.v1.json",
                $"The JSON of {string.Join(", ", commands.Select(command => $"`dotnet kaizen {command}`"))}",
                document.Contract,
                document.IsList
            );

            undescribed.AddRange(writer.Undescribed.Select(field => $"{name}: {field}"));
            var path = Repository.PathOf("docs", "schemas", $"{name}.v1.json");
            var text = schema.ToJsonString(Readable) + "\n";
            if (Repository.Refresh)
            {
                File.WriteAllText(path, text);
            }

            Assert.Equal(text, File.ReadAllText(path).ReplaceLineEndings("\n"));
        }

        Assert.True(undescribed.Count == 0, string.Join(", ", undescribed));
    }

    [Theory]
    [InlineData("check", "Reporting/Golden/clean.json")]
    [InlineData("check", "Reporting/Golden/broken.json")]
    [InlineData("check", "Reporting/Golden/empty.json")]
    [InlineData("check", "Reporting/Golden/hostile.json")]
    [InlineData("check", "Reporting/Golden/hostile-verbose.json")]
    [InlineData("plan", "Reporting/Golden/plan.json")]
    [InlineData("review", "Reporting/Golden/review.json")]
    [InlineData("history", "Reporting/Golden/history.json")]
    [InlineData("report", "Reporting/Analytics/Golden/hostile.json")]
    [InlineData("report", "Reporting/Analytics/Golden/undated.json")]
    [InlineData("report-ndjson", "Reporting/Analytics/Golden/hostile.ndjson")]
    [InlineData("report-ndjson", "Reporting/Analytics/Golden/undated.ndjson")]
    [InlineData("report-ndjson", "Reporting/Analytics/Golden/year-at.ndjson")]
    public void The_golden_files_are_as_the_schemas_say(string schema, string path) =>
        OutputSchemas.Validate(
            schema,
            File.ReadAllText(Repository.PathOf("tests", "KaizenGate.Core.Tests", path)),
            Repository.PathOf("docs", "schemas")
        );

    [Theory]
    [InlineData("""{ "label": "kaizen", "message": "x", "color": "red", "isError": true }""", "schemaVersion")]
    [InlineData(
        """{ "schemaVersion": "1", "label": "kaizen", "message": "x", "color": "red", "isError": true }""",
        "/schemaVersion"
    )]
    [InlineData("""{ "schemaVersion": 1, "label": null, "message": "x", "color": "red", "isError": true }""", "/label")]
    [InlineData(
        """{ "schemaVersion": 1, "label": "", "message": "x", "color": "red", "isError": true, "new": 1 }""",
        "/new"
    )]
    public void A_document_that_is_not_as_its_schema_says_is_found(string document, string place)
    {
        var failed = Assert.Throws<InvalidOperationException>(() =>
            OutputSchemas.Validate("badge", document, Repository.PathOf("docs", "schemas"))
        );

        Assert.Contains(place, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_prints_the_schema_of_every_command()
    {
        using var run = new CommandRun();
        foreach (var (name, commands) in SchemaCatalog.All)
        {
            var text = File.ReadAllText(Repository.PathOf("docs", "schemas", $"{name}.v1.json"))
                .ReplaceLineEndings("\n");
            foreach (
                var command in commands.Append(name).Where(command => !command.Contains("--", StringComparison.Ordinal))
            )
            {
                Assert.Equal(text, run.Run(["schema", .. command.Split(' ')]).MustBe(0).Output);
            }
        }

        Assert.Contains(
            "Did you mean \"check\"?",
            run.Run("schema", "chekc").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }
}
