namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class InternalErrorTests(PackedMSBuild packed, InternalErrorTests.OwnPackages own)
    : IClassFixture<InternalErrorTests.OwnPackages>
{
    private readonly Consumer consumer = own.Consumer;

    /// <summary>A restored project with its own package folder, in which there may be any program.</summary>
    public sealed class OwnPackages(PackedMSBuild packed) : IAsyncLifetime
    {
        public Consumer Consumer { get; } = new(packed);

        public async ValueTask InitializeAsync()
        {
            Consumer.Environment["NUGET_PACKAGES"] = Consumer.PathOf(".packages");
            Consumer.Library("src/shop.csproj").Write(Backlogs.File, Backlogs.Clean);
            (await Consumer.DotNetAsync("restore", "src")).MustSucceed();
        }

        public ValueTask DisposeAsync()
        {
            Consumer.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Theory]
    [InlineData("#!/bin/sh\necho 'error: it broke' >&2; exit 3\n", "the program failed. error: it broke")]
    [InlineData(
        "#!/bin/sh\necho \"libc.so.6: version 'GLIBC_2.99' not found\" >&2; exit 1\n",
        "did not run to its end (exit code 1); KaizenGatePlatform=any uses the portable program instead. libc.so.6: version 'GLIBC_2.99' not found"
    )]
    [InlineData("#!/bin/sh\nkill -9 $$\n", "did not run to its end (exit code 137)")]
    [InlineData("#!/no/such/loader\n", "No such file or directory")]
    [InlineData("no program", "Exec format error")]
    public async Task A_program_without_a_verdict_fails_the_build(string program, string error)
    {
        var outcome = await BuildAsync(program, isExecutable: true);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("KaizenGate : error KZ000: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(error, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the gate failed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_executable_is_not_used()
    {
        var outcome = await BuildAsync("#!/bin/sh\nexit 3\n", isExecutable: false);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    [Fact]
    public async Task A_missing_runtime_is_an_error()
    {
        var outcome = await consumer.CheckAsync(
            "src",
            "-p:KaizenGatePlatform=any",
            $"-p:DOTNET_HOST_PATH={consumer.PathOf("gone/dotnet")}"
        );

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("error MSB6004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("gone/dotnet", outcome.Output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    private async Task<Outcome> BuildAsync(string program, bool isExecutable)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is replaced by a script");
        var folder = $".packages/{Names.Package.ToLowerInvariant()}.{PackedTool.Platform}/{packed.Version}";
        var path = $"{folder}/tools/any/{PackedTool.Platform}/{Names.Command}";
        consumer.Write(path, "");
        File.Delete(consumer.PathOf(path));
        consumer.Write(path, program);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                consumer.PathOf(path),
                isExecutable ? UnixFileMode.UserRead | UnixFileMode.UserExecute : UnixFileMode.UserRead
            );
        }

        return await consumer.DotNetAsync("build", "src", "--no-restore");
    }
}
