using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary><c>adopt</c> offers the issues of the remote where there is no list.</summary>
public sealed class AdoptTrackerTests
{
    [Theory]
    [InlineData("https://github.com/team/app.git")]
    [InlineData("https://user:secret@github.com/team/app")]
    [InlineData("git@github.com:team/app.git")]
    [InlineData("ssh://git@github.com/team/app.git")]
    public async Task The_issues_of_the_remote_are_adopted(string remote)
    {
        using var git = new GitSandbox();
        git.Commit("2026-03-01", ("a.txt", "a"));
        git.Git("remote", "add", "origin", remote);
        var gitHub = new StubGitHub();
        gitHub.File("Flaky test");
        await using var team = await PulledTeam.StartAsync(gitHub, "", git.Folder);
        File.Delete(Path.Join(git.Folder, "kaizen.json"));

        var printed = team.Run("adopt", "--yes").MustBe(0);

        Assert.Contains("{ \"github\": \"team/app\" }", team.Commands.Read("kaizen.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "secret",
            printed.Output + printed.Error + team.Commands.Read("kaizen.json"),
            StringComparison.Ordinal
        );
        team.Run("check").MustBe(0);
        team.Run("check", "--no-baseline").MustBe(1);
    }

    [Theory]
    [InlineData("https://example.com/team/app.git")]
    [InlineData("/srv/git/app")]
    [InlineData("https://github.com/team")]
    public async Task Other_remotes_are_not_offered(string remote)
    {
        using var git = new GitSandbox();
        git.Commit("2026-03-01", ("a.txt", "a"));
        git.Git("remote", "add", "origin", remote);
        await using var team = await PulledTeam.StartAsync(new StubGitHub(), "", git.Folder);
        File.Delete(Path.Join(git.Folder, "kaizen.json"));

        Assert.Contains(
            "no file looks like a backlog",
            team.Run("adopt", "--yes").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(team.Server.Requests);
    }

    [Fact]
    public async Task Without_an_answer_the_command_is_named_and_nothing_is_sent()
    {
        using var git = new GitSandbox();
        git.Commit("2026-03-01", ("a.txt", "a"));
        git.Git("remote", "add", "origin", "https://github.com/team/app.git");
        await using var team = await PulledTeam.StartAsync(new StubGitHub(), "", git.Folder);
        File.Delete(Path.Join(git.Folder, "kaizen.json"));

        Assert.Contains(
            "adopt the issues of team/app with `dotnet kaizen adopt --yes`",
            team.Run("adopt").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(team.Server.Requests);
    }
}
