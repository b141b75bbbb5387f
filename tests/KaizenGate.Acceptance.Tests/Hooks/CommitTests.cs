using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class CommitTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.WithHookAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_commit_of_an_unscored_improvement_is_refused_with_the_remedy()
    {
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        var before = await repository.Git.GitAsync("rev-parse", "HEAD");

        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        var said = outcome.Output + outcome.Error;
        Assert.Matches(@"IMPROVEMENTS\.md:\d+:\d+ error KZ201 ", said);
        Assert.Contains("Add impact and effort", said, StringComparison.Ordinal);
        Assert.Contains("KAIZEN_SKIP=1", said, StringComparison.Ordinal);
        Assert.Equal(before, await repository.Git.GitAsync("rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_commit_of_a_scored_improvement_passes()
    {
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));

        var outcome = await repository.CommitAsync();

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal([$"{repository.Git.Folder}: check --staged --only-changed"], repository.Runs);
    }

    [Theory]
    [InlineData("code.txt")]
    [InlineData("docs/manual.md")]
    [InlineData("team/IMPROVEMENTS.md")]
    public async Task A_commit_of_other_files_does_not_start_the_program(string file)
    {
        repository.Git.Write(file, "2\n");
        await repository.Git.GitAsync("add", "--all");
        repository.Git.Write(HookedRepository.Backlog, "not staged");

        (await repository.CommitAsync()).MustSucceed();

        Assert.Empty(repository.Runs);
    }

    [Theory]
    [InlineData("IMPROVEMENTS.archive.md", "# Archive\n")]
    [InlineData("kaizen.json", "{}")]
    [InlineData("kaizen.baseline.json", "{}")]
    public async Task A_commit_of_the_archive_or_the_settings_starts_the_program(string file, string text)
    {
        repository.Git.Write(file, text);
        await repository.Git.GitAsync("add", "--all");

        await repository.CommitAsync();

        Assert.Single(repository.Runs);
    }

    [Theory]
    [InlineData("""{ "backlogs": ["team*/IMPROVEMENTS.md"] }""")]
    [InlineData("""{ "backlogs": ["team/IMPROVEMENTS.md"], "archive": "old.md" }""")]
    public async Task A_commit_of_an_archive_from_the_settings_of_a_folder_starts_the_program(string settings)
    {
        repository
            .Git.Write("kaizen.json", settings)
            .Write("team/kaizen.json", """{ "archive": "past/years.md" }""")
            .Write("team/IMPROVEMENTS.md", BacklogText.Of(BacklogText.Open(1)));
        (await repository.HookAsync("install")).MustSucceed();
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync("--no-verify")).MustSucceed();
        repository.Git.Write("team/past/years.md", "# Archive\n");
        await repository.Git.GitAsync("add", "--all");

        (await repository.CommitAsync()).MustSucceed();

        Assert.Single(repository.Runs);
    }

    [Fact]
    public async Task The_staged_version_is_checked_and_not_the_file()
    {
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        repository.Git.Write(HookedRepository.Backlog, BacklogText.Of(BacklogText.Open(1), BacklogText.Open(2)));
        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);

        await repository.Git.GitAsync("add", "--all");
        repository.Git.Write(HookedRepository.Backlog, BacklogText.Of(BacklogText.Open(1), UnscoredItem.Text));
        Assert.Equal(0, (await repository.CommitAsync()).ExitCode);
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("--", "IMPROVEMENTS.md")]
    public async Task Changes_staged_by_the_commit_itself_are_checked(params string[] options)
    {
        repository.Git.Write(HookedRepository.Backlog, BacklogText.Of(BacklogText.Open(1), UnscoredItem.Text));

        Assert.Equal(1, (await repository.CommitAsync(options)).ExitCode);
    }

    [Fact]
    public async Task A_commit_can_skip_the_check()
    {
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        repository.Git.Environment["KAIZEN_SKIP"] = "1";
        (await repository.CommitAsync()).MustSucceed();
        repository.Git.Environment.Remove("KAIZEN_SKIP");
        await repository.StageAsync(BacklogText.Open(2), UnscoredItem.Text);
        (await repository.CommitAsync("--no-verify")).MustSucceed();

        Assert.Empty(repository.Runs);
    }

    [Fact]
    public async Task Paths_match_when_git_uses_literal_pathspecs()
    {
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        repository.Git.Environment["GIT_LITERAL_PATHSPECS"] = "1";

        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);
    }
}
