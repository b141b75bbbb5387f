using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Monorepo;

/// <summary>
/// A repository of three teams, each with a finding of KZ306: an error in the strict profile of team a, a warning by default
/// for team b, which has no settings, and off for team c, whose settings are a root.
/// </summary>
public sealed class ThreeTeams : IDisposable
{
    private readonly PackedTool tool;

    private ThreeTeams(GitRepository git, PackedTool tool) => (Git, this.tool) = (git, tool);

    public GitRepository Git { get; }

    /// <summary>Creates the repository, with a new branch checked out.</summary>
    public static async Task<ThreeTeams> CreateAsync(PackedTool tool)
    {
        var teams = new ThreeTeams(await GitRepository.CreateAsync(), tool);
        teams
            .Git.Write("kaizen.json", """{ "backlogs": ["teams/*/IMPROVEMENTS.md"], "people": 3 }""")
            .Write("teams/a/kaizen.json", """{ "profile": "strict" }""")
            .Write("teams/c/kaizen.json", """{ "root": true, "rules": { "KZ306": "off" } }""");
        foreach (var (team, number) in new[] { ("a", 1), ("b", 2), ("c", 3) })
        {
            teams.Git.Write(FileOf(team), BacklogText.Of(BacklogText.Open(number)));
        }

        await teams.Git.CommitAsync("2025-12-01");
        await teams.Git.GitAsync("checkout", "--quiet", "-b", "branch");
        return teams;
    }

    public static string FileOf(string team) => $"teams/{team}/IMPROVEMENTS.md";

    public void Dispose() => Git.Dispose();

    public Task<Outcome> CheckAsync(params string[] options) => Git.CheckAsync(tool, options);

    /// <summary>Runs <c>check</c> in a subfolder.</summary>
    public Task<Outcome> CheckInAsync(string folder, params string[] options) =>
        Git.RunAsync(tool, ["check", "--as-of", Samples.AsOf, .. options], Git.PathOf(folder));

    internal async Task<JsonVerdict> VerdictAsync(params string[] options) =>
        JsonVerdict.Of(await CheckAsync(["--format", "json", .. options]));
}
