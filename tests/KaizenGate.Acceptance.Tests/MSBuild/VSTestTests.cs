namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Nothing is tested after a failed gate. VSTest names each assembly that it starts to test.</summary>
public sealed class VSTestTests(VSTestTests.BuiltTests built) : IClassFixture<VSTestTests.BuiltTests>
{
    private const string Tested = "Test run for ";

    private readonly Consumer consumer = built.Consumer;

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("shop.slnx")]
    public async Task A_failed_gate_prevents_tests(string tested)
    {
        foreach (var output in Directory.GetDirectories(consumer.Folder, "bin", SearchOption.AllDirectories))
        {
            Directory.Delete(output, recursive: true);
        }

        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("test", tested, "--no-restore", "-v:detailed");

        ExpectNoTest(outcome);
        Assert.NotEmpty(Directory.GetFiles(consumer.Folder, "*.dll", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("shop.slnx")]
    public async Task A_failed_gate_prevents_tests_without_a_build(string tested)
    {
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await built.BuildAsync();

        ExpectNoTest(await consumer.DotNetAsync("test", tested, "--no-build", "-v:detailed"));
    }

    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "shop.slnx")]
    public async Task A_passed_gate_runs_once_and_prevents_no_test(int assemblies, string tested)
    {
        consumer.Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("test", tested, "--no-restore", "-v:detailed");

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

    /// <summary>A restored solution of two test projects, one with two frameworks, and a library.</summary>
    public sealed class BuiltTests(PackedMSBuild packed) : IAsyncLifetime
    {
        public Consumer Consumer { get; } = new(packed);

        public async ValueTask InitializeAsync()
        {
            Consumer
                .Library("one/one.csproj", "IsTestProject=true")
                .Library("two/two.csproj", "IsTestProject=true", "TargetFrameworks=net10.0;net9.0")
                .Library("lib/lib.csproj")
                .Solution("one/one.csproj", "two/two.csproj", "lib/lib.csproj");
            await Consumer.GitAsync("init", "--quiet");
            (await Consumer.DotNetAsync("restore")).MustSucceed();
        }

        /// <summary>Builds all without the gate, unless the files of an earlier build are there.</summary>
        public async Task BuildAsync()
        {
            string[] assemblies =
            [
                "one/bin/Debug/net10.0/one.dll",
                "two/bin/Debug/net10.0/two.dll",
                "two/bin/Debug/net9.0/two.dll",
                "lib/bin/Debug/net10.0/lib.dll",
            ];
            if (!assemblies.All(path => File.Exists(Consumer.PathOf(path))))
            {
                (await Consumer.DotNetAsync("build", "--no-restore", "-p:KaizenGateSkip=true")).MustSucceed();
            }
        }

        public ValueTask DisposeAsync()
        {
            Consumer.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
