using System.Text.Json;
using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests;

public sealed class ReportTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task One_run_writes_several_reports_in_addition_to_its_output()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.WrongScore);

        var outcome = await CheckAsync("--report", "sarif=out/deep/kaizen.sarif", "--report", "JUnit=kaizen.xml");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("IMPROVEMENTS.md:9:23 error KZ203", outcome.Output, StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(scratch.Read("out/deep/kaizen.sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal("testsuites", XDocument.Parse(scratch.Read("kaizen.xml")).Root!.Name.LocalName);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("markdown")]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("gitlab")]
    [InlineData("teamcity")]
    [InlineData("msbuild")]
    public async Task A_report_file_is_the_same_as_the_output_in_that_format(string format)
    {
        scratch.Write("IMPROVEMENTS.md", Samples.WrongScore);

        var outcome = await CheckAsync("--format", format, "--report", $"{format}=report");

        Assert.Equal(scratch.Read("report"), outcome.Output);
    }

    [Fact]
    public async Task The_JSON_on_standard_output_contains_the_verdict()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.WrongScore);

        using var json = JsonDocument.Parse((await CheckAsync("--format", "json")).Output);

        Assert.Equal("fail", json.RootElement.GetProperty("verdict").GetString());
        var finding = Assert.Single(
            json.RootElement.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("severity").GetString() == "error"
        );
        Assert.Equal("KZ203", finding.GetProperty("ruleId").GetString());
        Assert.Equal(9, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task An_input_error_is_in_the_reports()
    {
        var outcome = await CheckAsync("missing.md", "--format", "json", "--report", "json=kaizen.json.report");

        Assert.Equal(2, outcome.ExitCode);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("error", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(outcome.Output, scratch.Read("kaizen.json.report"));
    }

    [Fact]
    public async Task Two_reports_with_the_same_file_are_refused()
    {
        var outcome = await CheckAsync("--report", "json=out", "--report", "sarif=./out");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("out: error: two reports have the same file.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_does_not_overwrite_the_backlog()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await CheckAsync("--report", "markdown=IMPROVEMENTS.md");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(Samples.Good, scratch.Read("IMPROVEMENTS.md"));
    }

    [Theory]
    [InlineData("json=out")]
    [InlineData("json=new/")]
    [InlineData("json=IMPROVEMENTS.md/report.json")]
    public async Task A_report_that_cannot_be_written_exits_with_2(string report)
    {
        Directory.CreateDirectory(scratch.PathOf("out"));
        scratch.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await CheckAsync("--report", report);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("report", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_folder_exits_with_2_and_the_verdict_is_printed()
    {
        Assert.SkipWhen(Environment.UserName == "root", "nothing is read-only for root");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("folders are not read-only there");
            return;
        }

        scratch.Write("IMPROVEMENTS.md", Samples.Good).Write("out/before", "");
        File.SetUnixFileMode(scratch.PathOf("out"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var outcome = await CheckAsync("--report", "json=out/kaizen.json");

        File.SetUnixFileMode(
            scratch.PathOf("out"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEmpty(outcome.Output);
    }

    private Task<Outcome> CheckAsync(params string[] options) =>
        tool.RunAsync(scratch, ["check", "--as-of", Samples.AsOf, .. options]);
}
