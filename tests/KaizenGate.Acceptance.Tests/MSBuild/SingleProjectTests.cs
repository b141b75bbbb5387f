namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class SingleProjectTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_finding_fails_the_build_at_its_file_and_line()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "    0 Warning(s)\n    1 Error(s)",
            outcome.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_clean_backlog_passes_without_output()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("build", "-v:minimal");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.DoesNotContain("KZ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("KaizenGate", outcome.Output, StringComparison.Ordinal);
    }
}
