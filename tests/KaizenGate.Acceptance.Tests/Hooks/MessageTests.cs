using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The hooks <c>commit-msg</c> and <c>pre-merge-commit</c>, and what git does without hooks.</summary>
public sealed class MessageTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.WithHookAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Kaizen: none (n/a)", "\"n/a\" is not a reason")]
    [InlineData("kaizen: None (docs)", "\"docs\" is not a reason")]
    [InlineData("KAIZEN: none", "add the trailer `Kaizen: none (reason)`")]
    public async Task A_trailer_without_a_reason_is_a_finding_of_KZ104(string trailer, string message)
    {
        var warned = await repository.CommitWithTrailerAsync(trailer);
        repository.Git.Environment["KAIZEN_PROFILE"] = "strict";
        var refused = await repository.CommitWithTrailerAsync(trailer);

        Assert.Equal((0, 1), (warned.ExitCode, refused.ExitCode));
        Assert.Contains("warning KZ104", warned.Output + warned.Error, StringComparison.Ordinal);
        Assert.Contains("error KZ104", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.Contains(message, refused.Output + refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_passes_also_for_a_change_of_the_backlog()
    {
        repository.Git.Environment["KAIZEN_PROFILE"] = "strict";
        repository.Git.Write(
            HookedRepository.Backlog,
            BacklogText.Of(BacklogText.Open(1).Replace("To Do", "In Progress", StringComparison.Ordinal))
        );
        await repository.Git.GitAsync("add", "--all");

        var outcome = await repository.CommitAsync("--message=Kaizen: none (only a status)");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(2, repository.Runs.Count);
    }

    [Theory]
    [InlineData("Signed-off-by: A <a@example.org>")]
    [InlineData("Kaizen: IMP-001")]
    public async Task A_message_without_the_trailer_does_not_start_the_program(string trailer)
    {
        (await repository.CommitWithTrailerAsync(trailer)).MustSucceed();

        Assert.Empty(repository.Runs);
    }

    [Fact]
    public async Task Commands_that_git_is_configured_to_run_for_a_trailer_are_not_run()
    {
        var sprung = repository.Git.Around.PathOf("sprung");
        await repository.Git.GitAsync("config", "trailer.Kaizen.cmd", $"touch '{sprung}'; echo");
        await repository.Git.GitAsync("config", "trailer.Kaizen.command", $"touch '{sprung}'; echo");

        (await repository.CommitWithTrailerAsync("Kaizen: none (only a counter)")).MustSucceed();

        Assert.Single(repository.Runs);
        Assert.False(File.Exists(sprung));
    }

    [Fact]
    public async Task The_previous_hook_gets_the_message()
    {
        (await repository.HookAsync("uninstall")).MustSucceed();
        HookedRepository.Program(repository.Git.PathOf(".git/hooks/commit-msg"), "! grep -q FORBIDDEN \"$1\"");
        (await repository.HookAsync("install")).MustSucceed();

        Assert.Equal(1, (await repository.CommitWithTrailerAsync("FORBIDDEN")).ExitCode);
        (await repository.CommitWithTrailerAsync("allowed")).MustSucceed();
    }

    [Fact]
    public async Task A_merge_without_conflicts_is_checked()
    {
        var outcome = await repository.MergeAsync(BacklogText.Open(1), UnscoredItem.Text);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cherry-pick", "side")]
    [InlineData("rebase", "side")]
    public async Task Git_runs_no_hook_as_the_documentation_says(string command, string argument)
    {
        await repository.MergeAsync(BacklogText.Open(1), UnscoredItem.Text);
        await repository.Git.GitAsync("merge", "--abort");
        var runs = repository.Runs.Count;

        await repository.Git.GitAsync(command, argument);

        Assert.Equal(runs, repository.Runs.Count);
    }
}
