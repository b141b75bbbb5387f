using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

/// <summary>
/// Every format on the same reports, byte for byte; <c>KAIZEN_TESTS_REFRESH=1</c> rewrites the golden files. The short report
/// contains text that is known to break reports.
/// </summary>
public sealed class ProgressGoldenTests
{
    private static readonly Dictionary<string, ImprovementReport> Reports = new()
    {
        ["year"] = YearOfEvidence.Report with { Name = "seed" },
        ["hostile"] = Hostile(),
        ["undated"] = Undated(),
    };

    private static readonly Dictionary<string, ReportOptions> Variants = new()
    {
        [""] = ReportOptions.Default,
        ["narrow"] = new() { Width = 44 },
        ["color"] = new() { Color = true },
        ["at"] = new() { At = new DateTimeOffset(2026, 1, 5, 6, 7, 8, TimeSpan.FromHours(2)) },
    };

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["text"] = "txt",
        ["markdown"] = "md",
        ["json"] = "json",
        ["csv"] = "csv",
        ["ndjson"] = "ndjson",
    };

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var format in PeriodReportFormats.All.Where(format => Extensions.ContainsKey(format.Name)))
        {
            cases.Add("hostile", format.Name, "");
            cases.Add("undated", format.Name, "");
        }

        cases.Add("year", "text", "");
        cases.Add("year", "text", "narrow");
        cases.Add("year", "text", "color");
        cases.Add("year", "markdown", "");
        cases.Add("year", "ndjson", "at");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_report_matches_its_golden_file(string report, string format, string variant)
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find(format)!.Write(Reports[report], Variants[variant], stream);
        var actual = stream.ToArray();

        var name = $"{report}{(variant.Length > 0 ? $"-{variant}" : "")}.{Extensions[format]}";
        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Reporting", "Analytics", "Golden", name);
        if (Repository.Refresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), Encoding.UTF8.GetString(actual));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(200)]
    public void Text_fits_the_width(int width)
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("text")!.Write(Reports["year"], new ReportOptions { Width = width }, stream);

        Assert.All(
            Encoding.UTF8.GetString(stream.ToArray()).Split('\n'),
            line => Assert.True(line.Length <= width, line)
        );
    }

    private static ImprovementReport Hostile() =>
        YearOfEvidence.Of(
            """
            ### [IMP-1] =HYPERLINK("http://evil","x") | <script>alert(1)</script> ##vso[task.complete]

            - **Status:** Done
            - **Captured:** 2025-11-03
            - **Started:** 2025-11-04
            - **Completed:** 2025-11-10
            - **Time Spent:** 2 hours
            - **Time Saved:** 15 hours
            - **Measured Impact:** @SUM(A1) 5 s
            - **Category:** Quality

            ### [IMP-2] -5 %0A::error::x

            - **Status:** Done
            - **Captured:** 2025-11-03
            - **Completed:** 2025-12-28
            - **Time Saved:** 250 s/day

            ### [IMP-3] open, "quoted"

            - **Impact:** 8/10
            - **Effort:** 2/10
            - **Captured:** 2025-12-01

            ## Metrics

            | Date | p95 |
            | --- | --- |
            | 2025-12-01 | 10 |
            | 2025-12-02 | 12 |
            | 2025-12-03 | 10 |
            | 2025-12-04 | 12 |
            | 2025-12-05 | 10 |
            | 2025-12-06 | 12 |
            | 2025-12-07 | 90 |
            """,
            GateSettings.Default with
            {
                Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                    "p95",
                    new(Better.Lower) { Unit = "s" }
                ),
            },
            new DateOnly(2025, 11, 3)
        ) with
        {
            Name = "::error::<b>name</b>\e[2J",
        };

    private static ImprovementReport Undated() =>
        YearOfEvidence.Of("- [ ] one\n- [x] two\n", null, YearOfEvidence.LastDay.AddDays(-83));
}
