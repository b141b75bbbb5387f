namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Nothing is tested after a failed gate. VSTest names each assembly that it starts to test.</summary>
[Collection(Builds.Name)]
public sealed class VSTestTests(PackedMSBuild packed) : IAsyncLifetime
{
    private const string Tested = "Test run for ";

    private readonly Consumer consumer = new(packed);

    public async ValueTask InitializeAsync()
    {
        consumer
            .Library("one/one.csproj", "IsTestProject=true")
            .Library("two/two.csproj", "IsTestProject=true", "TargetFrameworks=net10.0;net9.0")
            .Library("lib/lib.csproj")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await consumer.GitAsync("init", "--quiet");
        (await consumer.DotNetAsync("new", "sln", "--name", "shop", "--format", "slnx")).MustSucceed();
        (await consumer.DotNetAsync("sln", "add", "one/one.csproj", "two/two.csproj", "lib/lib.csproj")).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        consumer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("shop.slnx")]
    public async Task A_failed_gate_prevents_tests(string tested)
    {
        var outcome = await consumer.DotNetAsync("test", tested, "-v:detailed");

        ExpectNoTest(outcome);
        Assert.NotEmpty(Directory.GetFiles(consumer.Folder, "*.dll", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("shop.slnx")]
    public async Task A_failed_gate_prevents_tests_without_a_build(string tested)
    {
        (await consumer.DotNetAsync("build", "-p:KaizenGateSkip=true")).MustSucceed();

        ExpectNoTest(await consumer.DotNetAsync("test", tested, "--no-build", "-v:detailed"));
    }

    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "shop.slnx")]
    public async Task A_passed_gate_runs_once_and_prevents_no_test(int assemblies, string tested)
    {
        consumer.Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("test", tested, "-v:detailed");

        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Equal(assemblies, Consumer.Times(outcome, Tested));
    }

    private static void ExpectNoTest(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Backlogs.Fault, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Tested, outcome.Output, StringComparison.Ordinal);
    }
}
