namespace KaizenGate.Acceptance.Tests.MSBuild;

[Collection(Builds.Name)]
public sealed class InternalErrorTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("echo 'error: it broke' >&2; exit 3", "KaizenGate : error KZ000: the program failed. error: it broke")]
    [InlineData("kill -9 $$", "KaizenGate : error KZ000: the program ended with unexpected exit code 137")]
    [InlineData("exit 1", "KaizenGate : error KZ000: the gate failed")]
    public async Task A_failing_program_fails_the_build(string script, string error)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is replaced by a script");
        consumer.Environment["NUGET_PACKAGES"] = consumer.PathOf(".packages");
        consumer.Library("src/shop.csproj").Write(Backlogs.File, Backlogs.Clean);
        (await consumer.DotNetAsync("restore", "src")).MustSucceed();
        // This keeps its permissions.
        consumer.Write(
            $".packages/kaizengate.msbuild/{packed.Version}/tools/{PackedTool.Platform}/{Names.Command}",
            $"#!/bin/sh\n{script}\n"
        );

        var outcome = await consumer.DotNetAsync("build", "src", "--no-restore");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains(error, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }
}
