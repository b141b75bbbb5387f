using KaizenGate.Acceptance.Tests.Hooks;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Branches of a backlog that git merges with the merge driver.</summary>
public sealed class MergeTests(PackedTool tool) : IAsyncLifetime
{
    private const string Backlog = """
        # Improvement Backlog

        ## High Priority

        ### [PAY-001] Retry failed payments

        - **Impact:** 9/10
        - **Effort:** 2/10

        ### [PAY-002] Cache the exchange rates

        - **Impact:** 8/10
        - **Effort:** 2/10

        ## Completed

        """;

    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await HookedRepository.CreateAsync(tool);
        repository.Git.Environment["KAIZEN_SKIP"] = "1";
        await CommitAsync("Begin", Backlog);
        (await repository.HookAsync("install", "--merge-driver")).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Branches_that_add_at_the_same_place_merge()
    {
        await BranchesAsync(Backlog + Added("PAY-004", "Round once"), Backlog + Added("PAY-003", "Sign the webhook"));

        await repository.Git.GitAsync("merge", "--quiet", "--message=x", "topic");

        Assert.Equal(Backlog + Added("PAY-003", "Sign the webhook") + Added("PAY-004", "Round once"), Text());
    }

    [Theory]
    [InlineData("rebase", "main")]
    [InlineData("cherry-pick", "main")]
    public async Task Branches_that_change_adjacent_fields_can_be_rebased(string command, string revision)
    {
        var (ours, theirs) = (
            With(Backlog, "Impact:** 9", "Impact:** 10"),
            With(Backlog, "Effort:** 2", "Effort:** 3")
        );
        await BranchesAsync(ours, theirs);
        await repository.Git.GitAsync("switch", "--quiet", "topic");

        await repository.Git.GitAsync(command, revision);

        Assert.Equal(With(ours, "Effort:** 2", "Effort:** 3"), Text());
    }

    [Fact]
    public async Task Changes_of_the_same_field_conflict_on_its_line_only()
    {
        await BranchesAsync(
            With(Backlog, "Impact:** 9", "Impact:** 10"),
            With(Backlog, "Impact:** 9", "Impact:** 7") + Added("PAY-003", "Sign the webhook")
        );

        var outcome = await Command.RunAsync(
            "git",
            ["merge", "topic"],
            repository.Git.Folder,
            repository.Git.Environment
        );

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("UU IMPROVEMENTS.md", await repository.Git.GitAsync("status", "--short"));
        var lines = Text().Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal));
        Assert.Equal(["- **Impact:** 10/10", "=======", "- **Impact:** 7/10"], lines[(start + 1)..(start + 4)]);
        Assert.StartsWith(">>>>>>> ", lines[start + 4], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("<<<<<<<", StringComparison.Ordinal));
        Assert.Contains("### [PAY-003] Sign the webhook", lines);
    }

    [Fact]
    public async Task Without_the_program_git_merges_line_by_line()
    {
        await BranchesAsync("Ask Kim.\n\n" + Backlog, Backlog + Added("PAY-003", "Sign the webhook"));
        File.Delete(repository.Git.Around.PathOf("bin/dotnet-kaizen"));

        await repository.Git.GitAsync("merge", "--quiet", "--message=x", "topic");

        Assert.Equal("Ask Kim.\n\n" + Backlog + Added("PAY-003", "Sign the webhook"), Text());
    }

    [Fact]
    public async Task Uninstalling_restores_the_configuration_and_the_attributes()
    {
        (await repository.HookAsync("uninstall")).MustSucceed();
        var config = await File.ReadAllTextAsync(repository.Git.PathOf(".git/config"), Cancel);
        var attributes = repository.Git.PathOf(".git/info/attributes");
        await File.WriteAllTextAsync(attributes, "*.png binary\n", Cancel);

        (await repository.HookAsync("install", "--merge-driver")).MustSucceed();
        Assert.EndsWith(
            "merge: kaizen",
            await repository.Git.GitAsync("check-attr", "merge", HookedRepository.Backlog),
            StringComparison.Ordinal
        );
        (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.Equal(config, await File.ReadAllTextAsync(repository.Git.PathOf(".git/config"), Cancel));
        Assert.Equal("*.png binary\n", await File.ReadAllTextAsync(attributes, Cancel));
    }

    [Fact]
    public async Task A_missing_file_stops_the_merge_instead_of_losing_a_side()
    {
        var outcome = await repository.Git.RunAsync(tool, ["merge-driver", "base", "ours", "theirs"]);

        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("cannot be read", outcome.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Creates two branches, main and topic; main is checked out.</summary>
    private async Task BranchesAsync(string ours, string theirs)
    {
        await repository.Git.GitAsync("switch", "--quiet", "--create", "topic");
        await CommitAsync("Theirs", theirs);
        await repository.Git.GitAsync("switch", "--quiet", "main");
        await CommitAsync("Ours", ours);
    }

    private async Task CommitAsync(string message, string text)
    {
        repository.Git.Write(HookedRepository.Backlog, text);
        await repository.Git.CommitAsync("2026-03-01", message);
    }

    private string Text() => File.ReadAllText(repository.Git.PathOf(HookedRepository.Backlog));

    private static string With(string text, string part, string other)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return text[..at] + other + text[(at + part.Length)..];
    }

    private static string Added(string id, string title) =>
        $"\n### [{id}] {title}\n\n- **Impact:** 7/10\n- **Effort:** 4/10\n";
}
