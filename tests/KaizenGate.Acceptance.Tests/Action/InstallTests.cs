using System.Security.Cryptography;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The steps that install the program from the packed packages.</summary>
public sealed class InstallTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.WrongScore).CommitAsync("2026-02-20");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_version_of_the_action_is_installed_and_runs()
    {
        // The repository's settings for SDKs and feeds must have no effect.
        repository.Write("global.json", """{ "sdk": { "version": "1.0.0" } }""").Write("nuget.config", "<broken");

        var outcome = await Run().RunAsync();

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal("fail", outcome.Outputs["verdict"]);
        Assert.Equal(tool.Version, outcome.Outputs["version"]);
    }

    [Fact]
    public async Task Later_steps_can_call_the_program()
    {
        var outcome = await Run().RunAsync();

        Assert.Equal(Path.GetDirectoryName(outcome.Outputs["program"]), Assert.Single(outcome.Path));
        var environment = new Dictionary<string, string>(repository.Environment);
        environment["PATH"] = $"{outcome.Path[0]}{Path.PathSeparator}{environment["PATH"]}";
        var later = await Command.RunAsync("dotnet", ["kaizen", "--version"], repository.Folder, environment);
        Assert.Equal(tool.Version, later.MustSucceed().Text);
    }

    [Fact]
    public async Task Packages_with_the_given_checksums_are_installed()
    {
        var sums = await Task.WhenAll(
            Directory
                .GetFiles(tool.Feed, "*.nupkg")
                .Select(async file => $"{await ChecksumAsync(file)}  {Path.GetFileName(file)}")
        );

        var outcome = await Run().With("checksum", string.Join('\n', sums)).RunAsync();

        Assert.Equal("fail", outcome.Outputs["verdict"]);
        Assert.Contains("verified the checksums", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_another_checksum_is_refused()
    {
        var pointer = Path.Join(tool.Feed, $"{Names.Package}.{tool.Version}.nupkg");

        // The checksum of the pointer package is not enough: the program is in another package.
        var outcome = await Run().With("checksum", await ChecksumAsync(pointer)).RunAsync();

        AssertRefused(outcome, "which is not in the input checksum");
    }

    [Theory]
    [InlineData("checksum", "sha256:abc", "contains no SHA-256")]
    [InlineData("version", "latest", "the input version is \"latest\"")]
    [InlineData("version", "$(touch pwned)", "the input version is")]
    [InlineData("version", "1.0.0 --source=/tmp", "the input version is")]
    [InlineData("version", "99.0.0", "KaizenGate 99.0.0 could not be installed")]
    [InlineData("version", "manifest", "add KaizenGate to .config/dotnet-tools.json")]
    public async Task A_failed_installation_is_an_input_error(string input, string value, string message)
    {
        AssertRefused(await Run().With(input, value).RunAsync(), message);
        Assert.False(File.Exists(repository.PathOf("pwned")));
    }

    [Fact]
    public async Task A_checksum_requires_a_version()
    {
        var outcome = await Run().With("version", "manifest").With("checksum", new string('0', 64)).RunAsync();

        AssertRefused(outcome, "the input checksum requires a version");
    }

    [Fact]
    public async Task The_tool_in_the_manifest_of_the_repository_can_be_used()
    {
        repository
            .Write("nuget.config", tool.NuGetConfig())
            .Write(
                ".config/dotnet-tools.json",
                $$"""
                {
                  "version": 1, "isRoot": true,
                  "tools": { "kaizengate": { "version": "{{tool.Version}}", "commands": ["dotnet-kaizen"] } }
                }
                """
            );

        var outcome = await Run().With("version", "manifest").With("source", "").RunAsync();

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal("fail", outcome.Outputs["verdict"]);
        Assert.Equal((tool.Version, ""), (outcome.Outputs["version"], outcome.Outputs["program"]));
        Assert.Empty(outcome.Path);
    }

    private ActionRun Run() =>
        new ActionRun(repository, tool, WorkflowEvent.Push) { Installs = true }.With("source", tool.Feed);

    private static void AssertRefused(ActionOutcome outcome, string message)
    {
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", outcome.Outputs["verdict"]);
        Assert.Equal("2", outcome.Outputs["exit-code"]);
        Assert.Contains(outcome.Annotations("error"), error => error.Contains(message, StringComparison.Ordinal));
    }

    private static async Task<string> ChecksumAsync(string file) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
}
