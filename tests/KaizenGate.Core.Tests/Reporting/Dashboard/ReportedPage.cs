using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>The page of a report with its JSON.</summary>
internal sealed record ReportedPage(XElement Page, JsonElement Json)
{
    /// <summary>A team that completes what it captures.</summary>
    public static ReportedPage Healthy { get; } = Of(Team(26, _ => 3, week => week < 6 ? 2 : 4));

    /// <summary>A team that stopped executing.</summary>
    public static ReportedPage Unhealthy { get; } = Of(Team(70, _ => 4, week => week < 50 ? 1 : 0));

    /// <summary>A year of dates in one file, without git.</summary>
    public static ReportedPage Year { get; } = Of(YearOfEvidence.Report);

    /// <summary>A real history; skips the test if it does not exist.</summary>
    public static ReportedPage OfRealHistory()
    {
        Assert.SkipWhen(Repository.Shared is null, "the folder of real histories is not there");
        using var git = new GitSandbox();
        var clone = git.NewFolder("ai-maestro");
        var bundle = Path.Combine(Repository.Shared!, "corpus", "histories", "ai-maestro.bundle");
        git.GitIn(clone, "clone", "--quiet", "--branch", "main", bundle, ".");
        var workspace = new Workspace(clone);
        var today = new DateOnly(2026, 6, 2);
        var evidence = EvidenceReader.Read(
            [workspace.Name("docs/BACKLOG.md")],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = clone,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                AsOf = today,
                Version = "0.0.0",
                UseCache = false,
            },
            out _
        );

        return Of(YearOfEvidence.Of(evidence, GateSettings.Default, today.AddDays(-363), today));
    }

    private static ReportedPage Of(ImprovementReport report)
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("json")!.Write(report, ReportOptions.Default, stream);
        return new(Drawn.Page(report), JsonDocument.Parse(stream.ToArray()).RootElement);
    }

    /// <summary>A team with a weekly metric that has an outlier.</summary>
    private static ImprovementReport Team(int weeks, Func<int, int> captured, Func<int, int> completed)
    {
        var first = GeneratedTeam.LastDay(0).AddDays(1);
        ImmutableArray<MetricPoint> points =
        [
            .. Enumerable
                .Range(0, weeks)
                .Select(week => new MetricPoint(
                    first.AddDays(7 * week),
                    week == 20 ? 50 : 10.25 + (week % 3),
                    SourceSpan.FileStart
                )),
        ];
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                "Build time",
                new(Better.Lower) { Unit = "min", Source = "m.csv" }
            ),
        };
        ImmutableArray<Evidence> evidence =
        [
            .. GeneratedTeam
                .Of(weeks, captured, completed)
                .Select(one => one with { Recorded = [new("Build time", points)] }),
        ];
        return YearOfEvidence.Of(evidence, settings, first, GeneratedTeam.LastDay(weeks));
    }
}
