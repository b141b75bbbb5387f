using System.ComponentModel;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The recipe for lefthook, run by lefthook.</summary>
public sealed class LefthookTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await HookedRepository.CreateAsync(tool);
        Needs.Present(await HasLefthookAsync() ? null : "lefthook is not installed");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(
        "lefthook.yml",
        """
            # checks
            pre-commit:
                parallel: true
                commands:
                    theirs:
                        run: THEIRS
            """
    )]
    [InlineData(
        ".lefthook.yaml",
        """
            "pre-commit": # first
              jobs:
              - run: THEIRS
            commit-msg:
            """
    )]
    [InlineData(
        "lefthook.toml",
        """
            [pre-commit.commands.theirs]
            run = "THEIRS"
            """
    )]
    [InlineData(
        ".config/lefthook.json",
        """
            {
              "pre-commit": {
                "commands": {
                  "theirs": { "run": "THEIRS" }
                }
              }
            }
            """
    )]
    public async Task The_hooks_and_those_of_the_project_run(string file, string text)
    {
        repository.Git.Write(
            file,
            text.ReplaceLineEndings("\n")
                .Replace("THEIRS", ManagedRepository.Theirs(repository), StringComparison.Ordinal) + "\n"
        );
        var managed = new ManagedRepository(repository, async _ => await LefthookAsync("install", "--force"));

        await managed.VerifyAsync("lefthook");
    }

    [Fact]
    public async Task The_documented_recipe_checks_commits_of_the_backlog_only()
    {
        repository.Git.Write("lefthook.yml", Recipes.Of("lefthook", "yaml"));
        await LefthookAsync("install");
        repository.Git.Write("code.txt", "2\n");
        (await repository.CommitAsync("--all")).MustSucceed();
        Assert.Empty(repository.Checks);

        foreach (var file in UsualFiles.All)
        {
            var before = repository.Checks.Count();
            repository.Git.Write(file, UsualFiles.TextOf(file));
            await repository.Git.GitAsync("add", "--all");
            (await repository.CommitAsync()).MustSucceed();
            Assert.True(repository.Checks.Count() == before + 1, file);
            await repository.Git.GitAsync("rm", "--quiet", file);
            (await repository.CommitAsync("--no-verify")).MustSucceed();
        }
    }

    [Fact]
    public async Task All_files_are_checked_on_request_though_nothing_is_staged()
    {
        repository.Git.Write("lefthook.yml", Recipes.Of("lefthook", "yaml"));
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        (await repository.CommitAsync("--no-verify")).MustSucceed();

        var outcome = await Command.RunAsync(
            "lefthook",
            ["run", "pre-commit", "--all-files"],
            repository.Git.Folder,
            repository.Git.Environment
        );

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ201", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_which_no_place_is_found_is_left_alone()
    {
        const string Text = "pre-commit: { commands: { theirs: { run: exit 0 } } }\n";
        repository.Git.Write("lefthook.yml", Text);

        (await repository.HookAsync("install")).MustSucceed();
        var outcome = await repository.HookAsync("install", "--write");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no place found for the hooks", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Text, await File.ReadAllTextAsync(repository.Git.PathOf("lefthook.yml"), Cancelled));
    }

    [Fact]
    public async Task A_gate_in_a_folder_runs_there()
    {
        repository.Git.Write("lefthook.yml", "").Write("the team/kaizen.json", """{ "profile": "strict" }""");
        repository.Git.Write("the team/BACKLOG.md", BacklogText.Of(BacklogText.Open(5)));
        (
            await repository.Git.RunAsync(tool, ["hook", "install", "--write"], repository.Git.PathOf("the team"))
        ).MustSucceed();
        await LefthookAsync("install");
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync("--no-verify")).MustSucceed();

        repository.Git.Write("the team/BACKLOG.md", BacklogText.Of(BacklogText.Open(5), UnscoredItem.Text));
        var backlog = await repository.CommitAsync("--all");
        await repository.Git.GitAsync("reset", "--quiet", "--hard");
        var message = await repository.CommitWithTrailerAsync("Kaizen: none (n/a)");

        Assert.Contains("error KZ201", backlog.Output + backlog.Error, StringComparison.Ordinal);
        Assert.Contains("error KZ104", message.Output + message.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<bool> HasLefthookAsync()
    {
        try
        {
            return (await RunAsync("version")).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private async Task LefthookAsync(params string[] arguments) => (await RunAsync(arguments)).MustSucceed();

    private Task<Outcome> RunAsync(params string[] arguments) =>
        Command.RunAsync("lefthook", arguments, repository.Git.Folder, repository.Git.Environment);
}
