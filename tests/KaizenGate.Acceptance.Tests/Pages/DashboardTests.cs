using System.Text;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Pages;

/// <summary>
/// The pages in a browser: no errors, no requests, nothing wider than the window, no overlapping texts, no dead links, and no
/// violations found by axe.
/// </summary>
public sealed class DashboardTests(PackedTool tool) : IDisposable
{
    private const string Hostile = "</title></svg><script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Scratch scratch = new();

    [Fact]
    public async Task The_pages_have_no_errors_in_a_browser()
    {
        Needs.Present(Browser.Missing);
        scratch.Write("healthy/IMPROVEMENTS.md", Year(done: 2));
        scratch.Write("unhealthy/IMPROVEMENTS.md", $"{Year(done: 0)}\n### [IMP-900] {Hostile}\n\n- **Impact:** 8/10\n");
        scratch.Write("empty/IMPROVEMENTS.md", "# Improvement Backlog\n");
        WriteMetrics();
        string[] pages =
        [
            await ReportAsync("healthy"),
            await ReportAsync("unhealthy"),
            await ReportAsync("empty"),
            await CheckAsync("unhealthy"),
        ];

        // A metric with an outlier, one that ends with a signal, and one without limits yet.
        foreach (var page in pages[..2])
        {
            var text = scratch.Read(page);
            Assert.Contains("id=\"metric-3\"", text, StringComparison.Ordinal);
            Assert.Equal(2, Count(text, "beyond the limits</li>"));
            Assert.Contains("above its natural limit", text, StringComparison.Ordinal);
        }

        var seen = await Browser.LookAtAsync(scratch, pages);

        Assert.True(seen.ExitCode == 0, seen.ToString());
        Assert.Contains("4 pages, 0 errors", seen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dashboard_links_to_the_lines_of_the_backlog()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);

        (
            await repository.RunAsync(
                tool,
                ["report", "--as-of", "2026-02-20", "--format", "html", "--output", "out/report.html"]
            )
        ).MustSucceed();

        var page = await File.ReadAllTextAsync(
            repository.PathOf("out/report.html"),
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"../IMPROVEMENTS.md#L", page, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private async Task<string> ReportAsync(string team)
    {
        var page = scratch.PathOf($"{team}.html");
        (
            await tool.RunAsync(
                scratch,
                "report",
                team,
                "--no-history",
                "--as-of",
                "2026-01-04",
                "--format",
                "html",
                "--output",
                page
            )
        ).MustSucceed();
        return page;
    }

    private async Task<string> CheckAsync(string team)
    {
        var page = scratch.PathOf($"{team}-check.html");
        await tool.RunAsync(
            scratch,
            "check",
            team,
            "--no-history",
            "--as-of",
            "2026-01-04",
            "--report",
            $"html={page}"
        );
        return page;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private void WriteMetrics()
    {
        var values = new StringBuilder("date,metric,value,note\n");
        for (var week = 0; week < 52; week++)
        {
            var day = new DateOnly(2025, 1, 5).AddDays(7 * week);
            values.Append($"{day:yyyy-MM-dd},p95,{(week == 51 ? 90 : 30 + (week % 4))},\"{Hostile}\"\n");
        }

        scratch
            .Write("metrics.csv", $"{values}2025-12-01,{Hostile},3,\n2025-12-08,{Hostile},4,\n")
            .Write(
                "kaizen.json",
                $$"""
                {
                  "metrics": {
                    "Build time": { "better": "lower", "unit": "min" },
                    "p95": { "better": "lower", "unit": "s", "source": "metrics.csv" },
                    "{{Hostile}}": { "better": "higher", "source": "metrics.csv" }
                  }
                }
                """
            );
    }

    /// <summary>A year with 3 captures each week, some of which are completed.</summary>
    private static string Year(int done)
    {
        var text = new StringBuilder("# Improvement Backlog\n");
        for (var number = 0; number < 156; number++)
        {
            var monday = new DateOnly(2025, 1, 6).AddDays(number / 3 * 7);
            text.Append($"\n### [IMP-{number + 1:000}] Improvement number {number + 1}\n\n")
                .Append($"- **Impact:** {1 + (number * 7 % 10)}/10\n- **Effort:** {1 + (number * 3 % 10)}/10\n")
                .Append($"- **Captured:** {monday:yyyy-MM-dd}\n");
            if (number % 3 < done)
            {
                text.Append($"- **Status:** Done\n- **Started:** {monday.AddDays(number % 5):yyyy-MM-dd}\n")
                    .Append($"- **Completed:** {monday.AddDays(6):yyyy-MM-dd}\n- **Category:** Performance\n")
                    .Append("- **Time Spent:** 4 hours\n- **Time Saved:** 15 min/week\n");
            }
        }

        text.Append("\n## Metrics\n\n| Date | Build time |\n| --- | --- |\n");
        for (var week = 0; week < 30; week++)
        {
            text.Append(
                $"| {new DateOnly(2025, 1, 5).AddDays(7 * week):yyyy-MM-dd} | {(week == 20 ? 19 : 9 + (week % 3))} |\n"
            );
        }

        return text.ToString();
    }
}
