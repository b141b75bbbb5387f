using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>A folder whose settings name the issues of a repository on a stub of GitHub.</summary>
internal sealed class PulledTeam : IAsyncDisposable
{
    public const string Token = "ghs_0123456789secret";
    public const string SnapshotPath = ".kaizen/github-team-app.jsonl";

    private PulledTeam(StubGitHub gitHub, StubServer server, string? folder) =>
        (GitHub, Server, Commands) = (gitHub, server, new CommandRun(folder));

    public StubGitHub GitHub { get; }

    public StubServer Server { get; }

    public CommandRun Commands { get; }

    public string Snapshot => Commands.Read(SnapshotPath);

    /// <param name="gitHub">The issues.</param>
    /// <param name="settings">Further members of the tracker in the settings: <c>"labels": ["improvement"]</c>.</param>
    /// <param name="folder">The working folder; null for a new one.</param>
    public static async Task<PulledTeam> StartAsync(StubGitHub gitHub, string settings = "", string? folder = null)
    {
        var team = new PulledTeam(gitHub, await gitHub.StartAsync(), folder);
        team.Settings(settings);
        team.Commands.Variables["GITHUB_API_URL"] = team.Server.Address;
        team.Commands.Variables["GITHUB_TOKEN"] = Token;
        return team;
    }

    public void Settings(string settings = "") =>
        Commands.Write(
            "kaizen.json",
            $$"""{ "backlogs": [{ "github": "{{GitHub.Repository}}"{{(settings.Length > 0 ? $", {settings}" : "")}} }] }"""
        );

    public Printed Run(params string[] arguments) => Commands.Run(arguments);

    public async ValueTask DisposeAsync()
    {
        Commands.Dispose();
        await Server.DisposeAsync();
    }
}
