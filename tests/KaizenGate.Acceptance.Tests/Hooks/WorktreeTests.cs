using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class WorktreeTests(PackedTool tool)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_linked_worktree_shares_the_hook_of_its_repository(bool fromLinked)
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        var linked = repository.Git.Around.PathOf("linked tree");
        await repository.Git.GitAsync("worktree", "add", "--quiet", "-b", "side", linked);
        (
            await repository.Git.RunAsync(tool, ["hook", "install"], fromLinked ? linked : repository.Git.Folder)
        ).MustSucceed();
        repository.Git.Around.Write(
            "linked tree/IMPROVEMENTS.md",
            BacklogText.Of(BacklogText.Open(1), UnscoredItem.Text)
        );

        var there = await repository.CommitInAsync(linked, "--all");
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));
        var here = await repository.CommitAsync();

        Assert.True(File.Exists(repository.Hook));
        Assert.Equal(1, there.ExitCode);
        Assert.Contains("KZ201", there.Output + there.Error, StringComparison.Ordinal);
        Assert.True(here.ExitCode == 0, here.ToString());
    }

    [Fact]
    public async Task In_a_linked_worktree_the_gate_runs_in_its_folder()
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        repository
            .Git.Write("the team/kaizen.json", "{}")
            .Write("the team/BACKLOG.md", BacklogText.Of(BacklogText.Open(5)));
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
        (await repository.Git.RunAsync(tool, ["hook", "install"], repository.Git.PathOf("the team"))).MustSucceed();
        var linked = repository.Git.Around.PathOf("linked");
        await repository.Git.GitAsync("worktree", "add", "--quiet", "-b", "side", linked);
        var faulty = BacklogText.Of(BacklogText.Open(5), UnscoredItem.Text);
        repository.Git.Write("the team/BACKLOG.md", faulty);
        repository.Git.Around.Write("linked/the team/BACKLOG.md", faulty);

        var here = await repository.CommitAsync("--all");
        var there = await repository.CommitInAsync(linked, "--all");

        Assert.All(
            [here, there],
            outcome => Assert.Contains("KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                $"{repository.Git.PathOf("the team")}: check --staged --only-changed",
                $"{linked}/the team: check --staged --only-changed",
            ],
            repository.Runs
        );
    }
}
