namespace KaizenGate.Acceptance.Tests.History;

public sealed class TransitionsTests(PackedTool tool)
{
    [Fact]
    public async Task Without_a_terminal_no_progress_is_shown()
    {
        using var repository = await GitRepository.CreateAsync();
        await LongHistory.ImportAsync(repository, 100);

        var outcome = await repository.CheckAsync(tool);

        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task On_a_build_server_no_progress_is_shown()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        using var repository = await GitRepository.CreateAsync();
        await LongHistory.ImportAsync(repository, 100);
        repository.Environment["CI"] = "true";
        repository.Environment["TERM"] = "xterm";

        var outcome = await Command.RunAsync(
            "script",
            ["--quiet", "--return", "--command", $"'{tool.Program}' check --as-of {Samples.AsOf}", "/dev/null"],
            repository.Folder,
            repository.Environment
        );

        Assert.DoesNotContain("reading history", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("figures", outcome.Output, StringComparison.Ordinal);
    }
}
