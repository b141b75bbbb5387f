namespace KaizenGate.Acceptance.Tests.History;

public sealed class StagedTests(PackedTool tool) : IAsyncLifetime
{
    private const string File = "IMPROVEMENTS.md";

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        await repository.Write(File, BacklogText.Of(BacklogText.WrongScore(1))).CommitAsync("2026-02-20");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_clean_index_passes_regardless_of_the_file()
    {
        await StageAsync(BacklogText.Open(1));
        repository.Write(File, BacklogText.Of(BacklogText.WrongScore(1)));

        Assert.Equal(0, (await repository.CheckAsync(tool, "--staged")).ExitCode);
        Assert.Equal(1, (await repository.CheckAsync(tool)).ExitCode);
    }

    [Fact]
    public async Task A_finding_in_the_index_is_reported_regardless_of_the_file()
    {
        await StageAsync(BacklogText.Open(1), BacklogText.WrongScore(2));
        repository.Write(File, BacklogText.Of(BacklogText.Open(1), BacklogText.Open(2)));

        Assert.Equal(1, (await repository.CheckAsync(tool, "--staged")).ExitCode);
        Assert.Equal(0, (await repository.CheckAsync(tool)).ExitCode);
    }

    [Fact]
    public async Task A_backlog_that_is_only_staged_is_checked()
    {
        await StageAsync(BacklogText.WrongScore(1), BacklogText.WrongScore(2));
        System.IO.File.Delete(repository.PathOf(File));

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--staged", "--format=json"));

        Assert.Equal(["IMP-002"], verdict.ItemsOf("KZ203"));
    }

    [Fact]
    public async Task A_finding_outside_of_the_commit_is_not_reported()
    {
        await StageAsync(BacklogText.WrongScore(1), BacklogText.Open(2));

        var outcome = await repository.CheckAsync(tool, "--staged");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.DoesNotContain("KZ203", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_without_a_capture_may_say_why_in_its_message()
    {
        await StageAsync(BacklogText.Open(1));

        var outcome = await repository.CheckAsync(tool, "--staged", "--verbose");

        Assert.Contains("KZ104: needs the commit messages of a change", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning KZ104", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commit", "--quiet", "--message=x")]
    [InlineData("commit", "--quiet", "--message=x", "--all")]
    [InlineData("commit", "--quiet", "--message=x", "--", "IMPROVEMENTS.md")]
    public async Task A_git_hook_checks_what_will_be_committed(params string[] commit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hook is a script");
        repository.Write(
            ".git/hooks/pre-commit",
            $"#!/bin/sh\nexec '{tool.Program}' check --staged --as-of {Samples.AsOf}\n"
        );
        await Command.RunAsync(
            "chmod",
            ["+x", repository.PathOf(".git/hooks/pre-commit")],
            repository.Folder,
            repository.Environment
        );
        await StageAsync(BacklogText.Open(1), BacklogText.WrongScore(2));

        var refused = await Command.RunAsync("git", commit, repository.Folder, repository.Environment);
        await StageAsync(BacklogText.Open(1), BacklogText.Open(2));
        var accepted = await Command.RunAsync("git", commit, repository.Folder, repository.Environment);

        Assert.True(refused.ExitCode == 1, refused.ToString());
        Assert.Contains("KZ203", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.True(accepted.ExitCode == 0, accepted.ToString());
    }

    private async Task StageAsync(params string[] items)
    {
        repository.Write(File, BacklogText.Of(items));
        await repository.GitAsync("add", "--all");
    }
}
