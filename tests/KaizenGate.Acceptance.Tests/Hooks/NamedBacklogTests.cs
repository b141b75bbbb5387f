using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class NamedBacklogTests(PackedTool tool)
{
    [Theory]
    [InlineData("it's a $(list) [1].md", "it's a $(list) [1].md")]
    [InlineData("teams/**/*.md", "teams/a b/über.md")]
    public async Task A_commit_of_a_backlog_from_the_settings_starts_the_program(string named, string file)
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        repository
            .Git.Write("kaizen.json", $$"""{ "backlogs": ["{{named}}"] }""")
            .Write(file, BacklogText.Of(BacklogText.Open(1)));
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
        (await repository.HookAsync("install")).MustSucceed();
        repository.Git.Write(file, BacklogText.Of(BacklogText.Open(1), UnscoredItem.Text));

        var outcome = await repository.CommitAsync("--all");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }
}
