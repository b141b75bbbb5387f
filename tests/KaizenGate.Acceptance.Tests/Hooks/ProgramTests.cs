using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The program that the hook starts if <c>dotnet-kaizen</c> is not on the PATH.</summary>
public sealed class ProgramTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await HookedRepository.WithHookAsync(tool);
        repository.RemoveProgram();
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_the_program_the_commit_is_refused_with_the_remedy()
    {
        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is not installed", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet tool install --global KaizenGate", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("KAIZEN_SKIP=1", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_program_the_commit_can_skip_the_check()
    {
        repository.Git.Environment["KAIZEN_SKIP"] = "1";

        Assert.Equal(0, (await repository.CommitAsync()).ExitCode);
    }

    [Fact]
    public async Task The_global_tool_is_found_in_the_default_folder_of_the_SDK()
    {
        var home = repository.Git.Environment["HOME"];
        HookedRepository.Program(Path.Join(home, ".dotnet/tools", Names.Command), $"exec '{tool.Program}' \"$@\"");

        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bin")]
    [InlineData("home/.dotnet/tools")]
    public async Task The_shim_of_the_SDK_for_Windows_is_found(string folder)
    {
        var shim = repository.Git.Around.PathOf($"{folder}/{Names.Command}.cmd");
        HookedRepository.Program(shim, $"exec '{tool.Program}' \"$@\"");
        Assert.Equal(repository.Git.Around.PathOf("home"), repository.Git.Environment["HOME"]);

        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", (await repository.HookAsync("install")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installing_without_a_program_prints_a_warning()
    {
        var outcome = (await repository.HookAsync("install")).MustSucceed();

        Assert.StartsWith("warning: dotnet-kaizen is neither on the PATH", outcome.Error, StringComparison.Ordinal);
        repository.Git.Write(".config/dotnet-tools.json", """{ "tools": { "kaizengate": {} } }""");
        Assert.Empty((await repository.HookAsync("install")).Error);
    }

    [Fact]
    public async Task The_local_tool_is_started_with_dotnet_kaizen()
    {
        var folder = repository.Git;
        folder.Write("nuget.config", tool.NuGetConfig());
        folder.Environment["NUGET_PACKAGES"] = folder.Around.PathOf("packages");
        folder.Environment["DOTNET_CLI_HOME"] = folder.Around.PathOf("home");
        await DotnetAsync("new", "tool-manifest");
        await DotnetAsync("tool", "install", Names.Package);

        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    private async Task DotnetAsync(params string[] arguments) =>
        (await Command.RunAsync("dotnet", arguments, repository.Git.Folder, repository.Git.Environment)).MustSucceed();
}
