using System.ComponentModel;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The configuration for lefthook in <c>docs/hooks.md</c>, run by lefthook.</summary>
public sealed class LefthookTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_documented_configuration_checks_commits_of_the_backlog_only()
    {
        Needs.Present(await HasLefthookAsync() ? null : "lefthook is not installed");
        repository.Git.Write("lefthook.yml", Recipe());
        (await LefthookAsync("install")).MustSucceed();
        repository.Git.Write("code.txt", "2\n");
        (await repository.CommitAsync("--all")).MustSucceed();
        var runs = repository.Runs.Count;

        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        var refused = await repository.CommitAsync();
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));
        var accepted = await repository.CommitAsync();

        Assert.Equal(0, runs);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error KZ201", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.True(accepted.ExitCode == 0, accepted.ToString());
        Assert.Equal(2, repository.Runs.Count);
    }

    /// <summary>The configuration in the documentation.</summary>
    private static string Recipe()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs/hooks.md")).ReplaceLineEndings("\n");
        var below = guide[guide.IndexOf("\n## lefthook\n", StringComparison.Ordinal)..];
        var start = below.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        return below[start..below.IndexOf("```\n", start, StringComparison.Ordinal)];
    }

    private async Task<bool> HasLefthookAsync()
    {
        try
        {
            return (await LefthookAsync("version")).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private Task<Outcome> LefthookAsync(params string[] arguments) =>
        Command.RunAsync("lefthook", arguments, repository.Git.Folder, repository.Git.Environment);
}
