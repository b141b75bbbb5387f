using KaizenGate.Core.Checking;
using KaizenGate.Core.Tests.Checking;
using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>A failing repository, and what the gate says of a change that games it.</summary>
internal sealed class GamedRepository : IDisposable
{
    private readonly string before;

    /// <param name="original">The repository to copy.</param>
    public GamedRepository(GitSandbox original)
    {
        Git = new(original);
        before = Git.Head;
    }

    public GitSandbox Git { get; }

    public void Dispose() => Git.Dispose();

    /// <summary>Commits a change and checks it.</summary>
    /// <param name="files">Path and text; null deletes.</param>
    public Verdict With(params (string Path, string? Text)[] files)
    {
        Git.Commit("2026-02-01", files);
        return Check();
    }

    /// <summary>Commits another text of the backlog and checks it.</summary>
    public Verdict With(string text) => With((FailingTeam.Backlog, text));

    /// <summary>Rewrites the open improvements, commits and checks that.</summary>
    /// <param name="lines">See <see cref="FailingTeam.Rewritten"/>.</param>
    public Verdict Rewritten(Func<int, string, string> lines) => With(FailingTeam.Rewritten(lines));

    /// <summary>Checks all commits since the repository was copied.</summary>
    /// <param name="asOf">Today.</param>
    public Verdict Check(string asOf = "2026-02-01") => Gate(asOf).Check(before);

    /// <summary>Checks them with the settings and the baseline before them.</summary>
    public Verdict CheckWithSettingsBefore() => Gate("2026-02-01").Check(before, usesSettingsBefore: true);

    /// <summary>Checks the index, with the history as it is.</summary>
    public Verdict CheckStaged() => Gate("2026-02-01").Check(since: null);

    private ChangedGate Gate(string asOf) =>
        new(Git)
        {
            AsOf = DateOnly.ParseExact(asOf, "yyyy-MM-dd"),
            Backlogs =
            [
                .. ((string[])[FailingTeam.Backlog, "docs/IMPROVEMENTS.md"]).Where(path =>
                    File.Exists(Git.PathOf(path))
                ),
            ],
        };
}
