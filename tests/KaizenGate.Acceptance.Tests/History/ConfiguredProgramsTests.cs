namespace KaizenGate.Acceptance.Tests.History;

public sealed class ConfiguredProgramsTests(PackedTool tool)
{
    private static readonly string[] Settings =
    [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "diff.external",
        "diff.trap.command",
        "diff.trap.textconv",
        "filter.trap.clean",
        "filter.trap.smudge",
        "gpg.program",
        "pager.log",
        "credential.helper",
    ];

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--staged")]
    [InlineData("check", "--since=HEAD~1")]
    [InlineData("history")]
    public async Task Programs_configured_by_a_repository_are_not_run(params string[] command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the trap is a script");
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        var sprung = repository.Around.PathOf("sprung");
        repository.Around.Write("trap", $"#!/bin/sh\necho \"$0 $*\" >> '{sprung}'\ncat\n");
        var trap = repository.Around.PathOf("trap");
        (await Command.RunAsync("chmod", ["+x", trap], repository.Folder, repository.Environment)).MustSucceed();
        foreach (var setting in Settings)
        {
            await repository.GitAsync("config", setting, trap);
        }

        await repository.GitAsync("config", "log.showSignature", "true");
        await repository.GitAsync("config", "core.hooksPath", repository.Around.Path);
        repository.Write(".gitattributes", "*.md diff=trap filter=trap\n");
        File.Delete(sprung);

        var outcome = await repository.RunAsync(tool, [.. command, "--as-of", Samples.AsOf]);

        Assert.True(outcome.ExitCode is 0 or 1, outcome.ToString());
        Assert.False(File.Exists(sprung), File.Exists(sprung) ? await ReadAsync(sprung) : "");
    }

    private static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
