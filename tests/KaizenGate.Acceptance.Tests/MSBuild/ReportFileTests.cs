using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NJsonSchema;

namespace KaizenGate.Acceptance.MSBuild;

[Collection(Builds.Name)]
public sealed class ReportFileTests(PackedMSBuild packed) : IAsyncLifetime
{
    private readonly Consumer consumer = new(packed);

    // The schemas lie beside the repository, for those who have them.
    private readonly string schemas = Repository.PathOf("../shared/schemas");

    public async ValueTask InitializeAsync()
    {
        consumer
            .Library("src/shop.csproj", "KaizenGateSarif=out/kaizen.sarif", "KaizenGateJUnit=out/kaizen.xml")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await consumer.GitAsync("init", "--quiet");
        var outcome = await consumer.DotNetAsync("build", "src");
        Assert.True(outcome.ExitCode == 1, outcome.ToString());
    }

    public ValueTask DisposeAsync()
    {
        consumer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Both_reports_are_written_and_valid()
    {
        var sarif = await ReadAsync("out/kaizen.sarif");
        var junit = XDocument.Parse(await ReadAsync("out/kaizen.xml"));
        Assert.Contains("\"KZ202\"", sarif, StringComparison.Ordinal);
        Assert.Contains("KZ202", junit.ToString(), StringComparison.Ordinal);
        Assert.SkipUnless(Directory.Exists(schemas), "the schemas are not here");

        Assert.Empty(
            (
                await JsonSchema.FromFileAsync(
                    Path.Join(schemas, "sarif/sarif-schema-2.1.0.json"),
                    TestContext.Current.CancellationToken
                )
            ).Validate(sarif)
        );
        Assert.Empty(Problems(junit, "junit/jenkins-junit-10.xsd"));
        Assert.Empty(Problems(junit, "junit/windyroad-JUnit.xsd"));
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(consumer.PathOf(file), TestContext.Current.CancellationToken);

    private List<string> Problems(XDocument document, string schema)
    {
        var set = new XmlSchemaSet();
        using (var reader = XmlReader.Create(Path.Join(schemas, schema)))
        {
            set.Add(null, reader);
        }

        var problems = new List<string>();
        document.Validate(set, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
