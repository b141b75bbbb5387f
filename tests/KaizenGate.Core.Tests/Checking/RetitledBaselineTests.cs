using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Checking;

/// <summary>A baseline follows its improvements through a history.</summary>
public sealed class RetitledBaselineTests : IDisposable
{
    private const string Name = "IMPROVEMENTS.md";
    private static readonly DateOnly AsOf = new(2026, 3, 2);
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void A_retitled_and_moved_improvement_stays_accepted()
    {
        git.Commit("2026-02-02", (Name, Md("Cache the restored packages")));
        var baseline = Accept();
        git.Commit("2026-02-09", (Name, Md("Split the smoke suite", "Cache the restored packages and images")));

        var findings = Check(baseline);

        Assert.Equal(
            [("Split the smoke suite", false), ("Cache the restored packages and images", true)],
            findings.Where(one => one.Rule.Id == "KZ201").Select(one => (one.Item!.Title, one.IsBaselined))
        );
        Assert.DoesNotContain(findings, one => one.Rule.Id == "KZ907");
    }

    [Fact]
    public void An_improvement_that_was_retitled_twice_stays_accepted()
    {
        git.Commit("2026-02-02", (Name, Md("Cache the restored packages")));
        var baseline = Accept();
        git.Commit("2026-02-09", (Name, Md("Cache the restored images")));
        git.Commit("2026-02-16", (Name, Md("Cache the layered images")));

        Assert.True(Assert.Single(Check(baseline), one => one.Rule.Id == "KZ201").IsBaselined);
    }

    [Fact]
    public void Another_improvement_in_its_place_is_not_accepted()
    {
        git.Commit("2026-02-02", (Name, Md("Cache the restored packages")));
        var baseline = Accept();
        git.Commit("2026-02-09", (Name, Md()));
        git.Commit("2026-02-16", (Name, Md("Split the smoke suite")));

        var findings = Check(baseline);

        Assert.False(Assert.Single(findings, one => one.Rule.Id == "KZ201").IsBaselined);
        Assert.Contains(findings, one => one.Rule.Id == "KZ907");
    }

    private static string Md(params string[] titles) =>
        $"# Improvements\n\n{string.Concat(titles.Select(title => $"- [ ] {title}\n"))}";

    private Baseline Accept()
    {
        var evidence = Read();
        var verdict = Gate.Check([evidence], GateSettings.Default, AsOf, "0.0.0");
        return new BaselineRefresh { AsOf = AsOf }
            .Of(SourceFile.Named("kaizen.baseline.json"), null, verdict, [evidence])
            .Baseline;
    }

    private ImmutableArray<Finding> Check(Baseline baseline) =>
        Gate.Check([Read()], GateSettings.Default, AsOf, "0.0.0", baseline).Findings;

    private Evidence Read()
    {
        var workspace = new Workspace(git.Folder);
        var evidence = EvidenceReader.Read(
            [workspace.Name(Name)],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                AsOf = AsOf,
                Version = "0.0.0",
            },
            out var errors
        );
        Assert.Empty(errors);
        return Assert.Single(evidence);
    }
}
