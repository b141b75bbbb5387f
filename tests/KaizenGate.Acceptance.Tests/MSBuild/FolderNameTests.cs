namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class FolderNameTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed, "Größe & Maß (100% 日本)");

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task Names_may_contain_spaces_symbols_and_any_letters()
    {
        consumer
            .Library(
                "Lager haus/Lager haus.csproj",
                "KaizenGateBacklog=Ideen & Wünsche; 日本.md;Größe.md",
                "KaizenGateSarif=ergebnis/prüf ung.sarif"
            )
            .Write("kaizen.json", "{ }")
            .Write("Größe.md", Backlogs.Clean)
            .Write("Ideen & Wünsche", Backlogs.Clean)
            .Write("日本.md", Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "Lager haus");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains($"{consumer.PathOf("日本.md")}(14,15): error KZ202", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(consumer.PathOf("ergebnis/prüf ung.sarif")));
    }
}
