namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class CompilerErrorTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_compiler_error_and_a_finding_appear_in_the_same_build()
    {
        consumer
            .Library("shop.csproj", "TargetFrameworks=net10.0;net9.0")
            .Write("Broken.cs", "public class Broken { int Number() => \"text\"; }\n")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("Broken.cs(1,39): error CS0029", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Backlogs.Fault, outcome.Output, StringComparison.Ordinal);
    }
}
