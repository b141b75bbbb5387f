using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>The folder that a session is about.</summary>
public sealed class ProjectFolderTests : IDisposable
{
    private readonly AgentRepository repository = new();
    private readonly AgentRepository other = new(
        AgentRepository.Backlog.Replace("Cache the fonts", "Another backlog", StringComparison.Ordinal)
    );

    public void Dispose()
    {
        repository.Dispose();
        other.Dispose();
    }

    [Theory]
    [InlineData("CLAUDE_PROJECT_DIR")]
    [InlineData("CURSOR_PROJECT_DIR")]
    [InlineData("GEMINI_PROJECT_DIR")]
    public void An_agent_that_left_the_folder_of_its_host_still_works_for_it(string variable)
    {
        using var run = new CommandRun(other.Git.Folder);
        run.Variables[variable] = repository.Git.Folder;

        Assert.Contains("Cache the fonts", Start(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_below_is_used_as_it_is()
    {
        using var run = new CommandRun(repository.Git.PathOf("src"));
        run.Variables["CLAUDE_PROJECT_DIR"] = repository.Git.Folder;

        Assert.Contains("Cache the fonts", Start(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/does/not/exist")]
    [InlineData("relative")]
    [InlineData("a\0b")]
    public void A_variable_that_names_no_folder_is_ignored(string value)
    {
        using var run = new CommandRun(repository.Git.Folder);
        run.Variables["CLAUDE_PROJECT_DIR"] = value;

        Assert.Contains("Cache the fonts", Start(run), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_in_the_payload_counts_only_outside_of_a_repository()
    {
        using var outside = new CommandRun();
        using var inside = new CommandRun(repository.Git.Folder);

        Assert.Contains("Another backlog", Start(outside, other.Git.Folder), StringComparison.Ordinal);
        Assert.Contains("Cache the fonts", Start(inside, other.Git.Folder), StringComparison.Ordinal);
        Assert.Equal("{}\n", Start(outside, "../../.."));
    }

    private static string Start(CommandRun run, string? folder = null)
    {
        var member = folder is null ? "" : $",\"cwd\":{AgentRepository.Quoted(folder)}";
        return run.RunWith($$"""{"session_id":"one","hook_event_name":"SessionStart"{{member}}}""", "agent", "hook")
            .MustBe(0)
            .Output;
    }
}
