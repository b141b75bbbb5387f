using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace KaizenGate.Acceptance.Tests;

/// <summary><c>report</c>, <c>metric</c> and <c>badge</c>.</summary>
public sealed class EvidenceTests(PackedTool tool) : IDisposable
{
    private const string Backlog = """
        ### [IMP-1] Cache the context

        - **Status:** Done
        - **Captured:** 2026-01-05
        - **Started:** 2026-01-07
        - **Completed:** 2026-01-12
        - **Time Spent:** 2 hours
        - **Time Saved:** 1 h/week

        ### [IMP-2] Check before the commit

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Captured:** 2026-01-05

        """;

    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Backlog);

    public void Dispose() => scratch.Dispose();

    /// <summary>There are 7 weeks from 12 January to 2 March: 7 hours saved for 2 hours spent.</summary>
    [Fact]
    public async Task A_report_contains_time_spent_and_time_saved()
    {
        var outcome = await ReportAsync("--format", "json");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(3.5, json.RootElement.GetProperty("accrued").GetProperty("gross").GetDouble(), 9);
        Assert.Equal(5, json.RootElement.GetProperty("cycleDays").GetProperty("median").GetDouble());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task Output_to_a_file_is_the_same_as_to_standard_output(string format)
    {
        var printed = await ReportAsync("--format", format);
        var written = await ReportAsync("--format", format, "--output", "out/deep/report");

        Assert.Equal("", written.Output);
        Assert.Equal(printed.Output, scratch.Read("out/deep/report"));
    }

    [Fact]
    public async Task A_report_does_not_overwrite_the_backlog()
    {
        var outcome = await ReportAsync("--output", "IMPROVEMENTS.md");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(Backlog, scratch.Read("IMPROVEMENTS.md"));
    }

    [Theory]
    [InlineData("--weeks", "0")]
    [InlineData("--from", "2026-04-01")]
    [InlineData("--to", "2026-03-03")]
    [InlineData("--format", "pdf")]
    public async Task An_invalid_option_is_refused(string option, string value) =>
        Assert.Equal(2, (await ReportAsync(option, value)).ExitCode);

    [Fact]
    public async Task A_metric_is_recorded_and_evaluated()
    {
        scratch.Write(
            "kaizen.json",
            """{ "metrics": { "p95": { "better": "lower", "unit": "s", "source": "data/metrics.csv" } } }"""
        );
        for (var day = 1; day <= 7; day++)
        {
            (
                await RunAsync(
                    "metric",
                    "record",
                    "p95",
                    day == 7 ? "90" : $"{10 + (day % 2)}",
                    "--date",
                    $"2026-02-0{day}"
                )
            ).MustSucceed();
        }

        Assert.StartsWith(
            "date,metric,value,unit,note\n2026-02-01,p95,11,s,\n",
            scratch.Read("data/metrics.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "above its natural limit",
            (await RunAsync("metric", "list", "--as-of", "2026-03-02")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "data/metrics.csv:8:16 warning KZ405",
            (await RunAsync("check", "--as-of", "2026-03-02")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_metric_is_refused_with_a_suggestion()
    {
        scratch.Write("kaizen.json", """{ "metrics": { "p95": { "better": "lower", "source": "m.csv" } } }""");

        var outcome = await RunAsync("metric", "record", "p59", "4");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("p95", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>Both values come from the file of the metric and appear in the report.</summary>
    [Fact]
    public async Task Baseline_and_result_of_an_improvement_come_from_its_metric()
    {
        scratch.Write(
            "kaizen.json",
            """{ "metrics": { "p95": { "better": "lower", "unit": "s", "source": "m.csv" } } }"""
        );
        var unknown = await RunAsync("start", "IMP-2", "--baseline", "p95", "--as-of", "2026-03-01");
        (await RunAsync("metric", "record", "p95", "30", "--date", "2026-03-01")).MustSucceed();
        var started = await RunAsync("start", "IMP-2", "--baseline", "p95", "--as-of", "2026-03-01");
        var early = await RunAsync("done", "IMP-2", "--measured", "p95", "--as-of", "2026-03-01");
        (await RunAsync("metric", "record", "p95", "4.5", "--date", "2026-03-02")).MustSucceed();
        var done = await RunAsync("done", "IMP-2", "--hours", "3", "--as-of", "2026-03-02");

        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("has no value up to 2026-03-01", unknown.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Baseline: p95=30 s, recorded on 2026-03-01 (m.csv:2)\n",
            started.MustSucceed().Error,
            StringComparison.Ordinal
        );
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("is the baseline value of the improvement", early.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Measured: p95=4.5 s, recorded on 2026-03-02 (m.csv:3)\n",
            done.MustSucceed().Error,
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse((await ReportAsync("--format", "json")).MustSucceed().Output);
        Assert.Contains(
            "p95 30 s → 4.5 s",
            json.RootElement.GetProperty("completions")
                .EnumerateArray()
                .Select(one => one.GetProperty("measured").GetString())
        );
    }

    [Fact]
    public async Task A_completion_without_a_new_value_of_the_metric_records_none()
    {
        scratch.Write("kaizen.json", """{ "metrics": { "p95": { "better": "lower", "source": "m.csv" } } }""");
        (await RunAsync("start", "IMP-2", "--baseline", "p95=30 s", "--as-of", "2026-03-01")).MustSucceed();

        var done = await RunAsync("done", "IMP-2", "--as-of", "2026-03-02");

        Assert.Contains(
            "IMP-2 Check before the commit: done, not measured",
            done.MustSucceed().Output,
            StringComparison.Ordinal
        );
        Assert.Contains("p95 has no value since the start", done.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_badge_is_an_SVG_image()
    {
        var outcome = await RunAsync("badge", "--as-of", "2026-03-02");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("<svg", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_sent_to_a_collector_with_the_configured_headers()
    {
        using var collector = new Collector("200 OK");
        scratch
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.Address}/base")
            .With("OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b");

        var outcome = await ReportAsync("--otlp", "--format", "ndjson");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal("", outcome.Error);
        var request = await collector.Received;
        Assert.StartsWith("POST /base/v1/metrics HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("api-key: a b\r\n", request, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        var metrics = json
            .RootElement.GetProperty("resourceMetrics")[0]
            .GetProperty("scopeMetrics")[0]
            .GetProperty("metrics");
        var roi = Assert.Single(
            metrics.EnumerateArray(),
            metric => metric.GetProperty("name").GetString() == "kaizen.period.roi"
        );
        Assert.Equal(3.5, roi.GetProperty("gauge").GetProperty("dataPoints")[0].GetProperty("asDouble").GetDouble(), 9);
    }

    [Theory]
    [InlineData("503 Service Unavailable")]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/")]
    public async Task An_error_of_the_collector_is_a_warning(string status)
    {
        using var collector = new Collector(status);
        scratch.With("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.Address}");

        var outcome = await ReportAsync("--otlp");

        await collector.Received;
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"answered {status[..3]}", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("check")]
    public async Task Without_the_option_nothing_is_sent(string command)
    {
        using var collector = new Collector("200 OK");
        scratch.With("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.Address}");

        await RunAsync(command, "--as-of", "2026-03-02");

        Assert.False(collector.HasRequest);
    }

    [Fact]
    public async Task Without_a_collector_the_option_is_a_warning()
    {
        var outcome = await ReportAsync("--otlp");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is not set", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_collector_times_out()
    {
        using var collector = new Collector(null);
        scratch
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.Address}")
            .With("OTEL_EXPORTER_OTLP_TIMEOUT", "300");

        var outcome = await ReportAsync("--otlp");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("did not answer within 0.3 seconds", outcome.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> ReportAsync(params string[] arguments) =>
        RunAsync(["report", "--as-of", "2026-03-02", .. arguments]);

    private Task<Outcome> RunAsync(params string[] arguments) => tool.RunAsync(scratch, arguments);

    /// <summary>A collector that answers one request.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        /// <summary>Whether a program has connected, or been answered.</summary>
        public bool HasRequest => Received.IsCompleted || listener.Pending();

        /// <param name="status">The status line to answer; null for no answer.</param>
        public Collector(string? status)
        {
            listener.Start();
            Received = status is null ? Task.FromResult("") : AnswerAsync(status);
        }

        public string Address => $"{listener.LocalEndpoint}";

        /// <summary>The request; completes after the answer.</summary>
        public Task<string> Received { get; }

        public void Dispose() => listener.Dispose();

        private async Task<string> AnswerAsync(string status)
        {
            using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[64 * 1024];
            while (!IsWhole(request.ToString()))
            {
                var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
                if (length == 0)
                {
                    break;
                }

                request.Append(Encoding.UTF8.GetString(buffer, 0, length));
            }

            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
                TestContext.Current.CancellationToken
            );
            return request.ToString();
        }

        private static bool IsWhole(string request)
        {
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            const string name = "Content-Length: ";
            var length = request.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            return end > 0
                && length > 0
                && Encoding.UTF8.GetByteCount(request) - end - 4
                    >= int.Parse(request[(length + name.Length)..].Split("\r\n")[0]);
        }
    }
}
