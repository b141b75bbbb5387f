using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class ReportFileTests(PackedMSBuild packed) : IAsyncLifetime
{
    private readonly Consumer consumer = new(packed);

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
    public async Task SARIF_and_JUnit_reports_are_written()
    {
        Assert.Contains("\"KZ202\"", await ReadAsync("out/kaizen.sarif"), StringComparison.Ordinal);
        Assert.Contains(
            "KZ202",
            XDocument.Parse(await ReadAsync("out/kaizen.xml")).ToString(),
            StringComparison.Ordinal
        );
        Needs.Present(ReportReaders.Missing);
        using var scratch = new Scratch();

        var read = await ReportReaders.ReadAsync(scratch, consumer.PathOf("out"));

        Assert.True(read.ExitCode == 0, read.ToString());
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(consumer.PathOf(file), TestContext.Current.CancellationToken);
}
