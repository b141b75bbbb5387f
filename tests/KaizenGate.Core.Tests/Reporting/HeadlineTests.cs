using System.Text;
using System.Text.Json;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;
using KaizenGate.Core.Tests.Reporting.Dashboard;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>The execution rate of the same evidence, wherever it is shown as such.</summary>
public sealed class HeadlineTests
{
    [Theory]
    [InlineData(26, 3, 1)]
    [InlineData(60, 3, 2)]
    [InlineData(90, 2, 2)]
    public void The_execution_rate_is_the_same_everywhere(int weeks, int captured, int completed)
    {
        var evidence = GeneratedTeam.Of(weeks, _ => captured, _ => completed);
        var today = GeneratedTeam.LastDay(weeks);
        // The period is shorter than the history, so that its own rate differs.
        var report = YearOfEvidence.Of(evidence, GateSettings.Default, today.AddDays(-83), today);
        var verdict = report.Verdict;
        var (identified, executed) = (weeks * captured, weeks * completed);
        var share = (double)executed / identified;
        var shown = FiguresText.Rate(share);

        Assert.Contains($" · execution rate {shown} of all identified · ", FiguresText.Line(verdict.Figures), default);
        Assert.EndsWith($", {shown} executed", Badge.Of(verdict, "kaizen").Message, default);
        Assert.Equal(
            (
                "execution rate",
                $"{FiguresText.Rate(report.Stock.ExecutionRate)}, {executed} of {identified} ever identified"
            ),
            PeriodReportLines.Of(report).First().Lines[0]
        );
        Assert.StartsWith($"{shown} (", FiguresText.Rate(report.Stock.ExecutionRate), StringComparison.Ordinal);
        Assert.Equal(shown, TileOf(report));
        Assert.Equal(share, Json(report, "stock", "executionRate", "value"), 12);
        Assert.Equal(share, Json(verdict, "figures", "executionRate"), 12);
    }

    private static string TileOf(ImprovementReport report) =>
        Drawn
            .Page(report)
            .All("dl")
            .First()
            .Elements("div")
            .Single(tile => tile.Element("dt")!.Value is "Execution rate")
            .Element("dd")!
            .Value;

    private static double Json(ImprovementReport report, params string[] path)
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("json")!.Write(report, ReportOptions.Default, stream);
        return At(stream, path);
    }

    private static double Json(Verdict verdict, params string[] path)
    {
        using var stream = new MemoryStream();
        JsonReport.Format.Write(verdict, ReportOptions.Default, stream);
        return At(stream, path);
    }

    private static double At(MemoryStream stream, string[] path)
    {
        var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
        return path.Aggregate(json, (from, name) => from.GetProperty(name)).GetDouble();
    }
}
