namespace KaizenGate.Acceptance.Tests;

public sealed class LocalToolTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_local_tool_is_called_dotnet_kaizen()
    {
        scratch.Write("nuget.config", tool.NuGetConfig()).Write("IMPROVEMENTS.md", Samples.WrongScore);
        (await Sdk.RunAsync(scratch, "new", "tool-manifest")).MustSucceed();
        (await Sdk.RunAsync(scratch, "tool", "install", "KaizenGate")).MustSucceed();

        var outcome = await Sdk.RunAsync(scratch, "kaizen", "check", "--as-of", Samples.AsOf);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("IMPROVEMENTS.md:9:23 error KZ203", outcome.Output, StringComparison.Ordinal);
    }
}
