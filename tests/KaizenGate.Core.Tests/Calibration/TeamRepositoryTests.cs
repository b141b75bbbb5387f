using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Workspaces;
using Verdict = KaizenGate.Core.Checking.Verdict;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>A git repository with the same commits gets the same findings, so the simulation can do without git.</summary>
public sealed class TeamRepositoryTests : IDisposable
{
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Theory]
    [InlineData("executes 17%: 3 in, 0.5 done", 1)]
    [InlineData("defers with reason and review date", 2)]
    public void Git_shows_what_the_simulation_shows(string name, int seed)
    {
        const int weeks = 10;
        var repository = TeamLaws.All.Single(law => law.Name == name).Live(seed, weeks);
        var commits = repository
            .Revisions.Select(revision => (revision.Day, Text: (string?)Encoding.UTF8.GetString(revision.Text)))
            .Concat(repository.OtherDays.Select(day => (Day: day, Text: (string?)null)))
            .OrderBy(commit => commit.Day);
        git.CommitAll(
            commits.Select(commit =>
                (
                    $"{commit.Day:yyyy-MM-dd}",
                    ((string Path, string? Text)[])
                        [commit.Text is null ? ("other.txt", $"{commit.Day}") : (repository.PathOf(0), commit.Text)]
                )
            )
        );

        var workspace = new Workspace(git.Folder);
        var evidence = EvidenceReader.Read(
            [workspace.Name(repository.PathOf(0))],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                AsOf = repository.Monday(weeks),
                Version = "1.0.0",
                UseCache = false,
            },
            out var errors
        );
        var verdict = Gate.Check(evidence, GateSettings.Default, repository.Monday(weeks), "1.0.0");

        Assert.Empty(errors);
        Assert.Equal(Lines(repository.CheckWeekly(week => week == weeks).Single().Verdict), Lines(verdict));
        Assert.NotEmpty(Lines(verdict));
    }

    private static IEnumerable<string> Lines(Verdict verdict) =>
        verdict
            .Findings.Select(found => $"{found.Span.Line} {found.Severity} {found.Rule.Id} {found.Message}")
            .Concat(verdict.NotEvaluated.Select(missing => $"{missing.Rule.Id} {missing.Reason}"));
}
