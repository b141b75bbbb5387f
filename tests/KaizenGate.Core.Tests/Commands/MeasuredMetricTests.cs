namespace KaizenGate.Core.Tests.Commands;

/// <summary><c>metric record --all</c>.</summary>
public sealed class MeasuredMetricTests : IDisposable
{
    private const string JUnit = """
        <testsuites>
          <testsuite name="a">
            <testcase classname="A" name="one" time="0.5"/>
            <testcase classname="A" name="two" time="1.5"><failure message="x"/></testcase>
            <testcase classname="A" name="three" time="4"/>
            <testcase classname="A" name="four"><skipped/></testcase>
          </testsuite>
        </testsuites>
        """;

    private const string Trx = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="a" outcome="Passed" duration="00:00:02.5000000"/>
            <UnitTestResult testName="b" outcome="Failed" duration="00:00:00.5000000"/>
            <UnitTestResult testName="c" outcome="NotExecuted"/>
          </Results>
        </TestRun>
        """;

    private const string Sarif = """
        {"version":"2.1.0","runs":[{"results":[
          {"ruleId":"CA1","level":"warning"},{"ruleId":"CA1","suppressions":[{"kind":"inSource"}]},
          {"ruleId":"ca1"},{"ruleId":"CA2","baselineState":"absent"},{"ruleId":"CA3"}]}]}
        """;

    private readonly CommandRun run = new();

    public MeasuredMetricTests()
    {
        run.Write("IMPROVEMENTS.md", "# Improvements\n");
        run.Write("results/one.xml", JUnit);
        run.Write("results/deep/two.trx", Trx);
        run.Write("build.sarif", Sarif);
    }

    public void Dispose() => run.Dispose();

    // Of 0.5, 1.5 and 4 s: the 90th percentile is 1.5 + 0.8 × 2.5.
    [Theory]
    [InlineData("junit:results/*.xml", "6")]
    [InlineData("junit:results/*.xml#total", "6")]
    [InlineData("junit:results/*.xml#mean", "2")]
    [InlineData("junit:results/*.xml#max", "4")]
    [InlineData("junit:results/*.xml#p50", "1.5")]
    [InlineData("junit:results/*.xml#p90", "3.5")]
    [InlineData("junit:results/*.xml#tests", "3")]
    [InlineData("junit:results/one.xml#failures", "1")]
    [InlineData("trx:results/**/*.trx#total", "3")]
    [InlineData("junit:results/**/*#failures", "2")]
    [InlineData("sarif:*.sarif#CA1", "2")]
    [InlineData("sarif:*.sarif", "3")]
    [InlineData("sarif:build.sarif#CA9", "0")]
    public void A_metric_is_measured_in_reports(string measure, string value)
    {
        Declare(measure);

        var printed = run.Run("metric", "record", "--all").MustBe(0);

        Assert.Equal($"date,metric,value,unit,note\n2026-03-02,m,{value},,\n", run.Read("m.csv"));
        Assert.Contains($"recorded m = {value} on", printed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("junit:nothing/*.xml", "matches no file")]
    [InlineData("junit:IMPROVEMENTS.md", "a report cannot be read")]
    [InlineData("sarif:results/one.xml", "a report cannot be read: it is not SARIF")]
    [InlineData("junit:/etc/passwd", "measure leads out of the folder")]
    [InlineData("junit:../**/*.xml", "measure leads out of the folder")]
    [InlineData("sarif:/**/*.sarif", "measure leads out of the folder")]
    [InlineData("command:true", "run only with --allow-commands")]
    public void What_cannot_be_measured_is_an_error(string measure, string message)
    {
        Declare(measure);

        var printed = run.Run("metric", "record", "--all").MustBe(2);

        Assert.Contains(message, printed.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(run.Folder, "m.csv")));
    }

    [Fact]
    public void One_that_fails_does_not_stop_the_others()
    {
        run.Write(
            "kaizen.json",
            """
            { "metrics": {
              "a": { "better": "lower", "source": "m.csv", "measure": "junit:none.xml" },
              "b": { "better": "lower", "source": "m.csv", "unit": "s", "measure": "junit:results/one.xml" },
              "c": { "better": "lower", "source": "m.csv" } } }
            """
        );

        var printed = run.Run("metric", "record", "--all", "--note", "nightly").MustBe(2);

        Assert.Contains("\"a\" is not recorded: \"none.xml\" matches no file", printed.Error, StringComparison.Ordinal);
        Assert.Equal("date,metric,value,unit,note\n2026-03-02,b,6,s,nightly\n", run.Read("m.csv"));
    }

    [Fact]
    public void A_dry_run_measures_and_writes_nothing()
    {
        Declare("junit:results/one.xml");

        var printed = run.Run("metric", "record", "--all", "--dry-run").MustBe(0);

        Assert.Contains("+2026-03-02,m,6,,", printed.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(run.Folder, "m.csv")));
    }

    [Theory]
    [InlineData("GITHUB_EVENT_NAME", "pull_request_target")]
    [InlineData("CI_MERGE_REQUEST_IID", "7")]
    [InlineData("SYSTEM_PULLREQUEST_PULLREQUESTID", "7")]
    public void A_command_never_runs_for_a_proposed_change(string variable, string value)
    {
        Declare("command:touch ran.txt");
        run.Variables[variable] = value;

        var printed = run.Run("metric", "record", "--all", "--allow-commands").MustBe(2);

        Assert.Contains(variable, printed.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(run.Folder, "ran.txt")));
    }

    [Fact]
    public void An_allowed_command_is_started_without_a_shell_and_its_last_line_counts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "printf is a program of Unix");
        Declare("command:printf 'a; rm m.csv\\n12.5\\n\\n'");

        run.Run("metric", "record", "--all", "--allow-commands").MustBe(0);

        Assert.Equal("date,metric,value,unit,note\n2026-03-02,m,12.5,,\n", run.Read("m.csv"));
    }

    [Theory]
    [InlineData("command:printf many", "which is not a number")]
    [InlineData("command:yes", "prints more than 64 KB")]
    [InlineData("command:false", "ended with exit code 1")]
    [InlineData("command:no-such-program-at-all", "is not found")]
    public void A_command_that_gives_no_number_is_an_error(string measure, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "they are programs of Unix");
        Declare(measure);

        Assert.Contains(
            message,
            run.Run("metric", "record", "--all", "--allow-commands").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("junit:")]
    [InlineData("junit:a.xml#")]
    [InlineData("junit:a.xml#p0")]
    [InlineData("junit:a.xml#p100")]
    [InlineData("junit:a.xml#median")]
    [InlineData("github-runs:ci.yml#tests")]
    [InlineData("http://x/a.xml")]
    [InlineData("command: ")]
    [InlineData("results/*.xml")]
    public void An_unknown_measure_is_refused_with_the_forms(string measure)
    {
        Declare(measure);

        var printed = run.Run("metric", "record", "--all").MustBe(2);

        Assert.Contains("github-runs:WORKFLOW#FIGURE", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_and_a_name_contradict_each_other()
    {
        Declare("junit:results/one.xml");

        Assert.Contains(
            "--all records every metric",
            run.Run("metric", "record", "m", "--all").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("the NAME is missing", run.Run("metric", "record").MustBe(2).Error, StringComparison.Ordinal);
        Assert.Contains(
            "the VALUE is missing",
            run.Run("metric", "record", "m").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Recorded_values_are_the_baseline_and_the_result_of_an_improvement()
    {
        run.Write(
            "IMPROVEMENTS.md",
            "# Improvements\n\n## High Priority\n\n### [A-1] Faster tests\n\n- **Impact:** 8/10\n- **Effort:** 2/10\n"
        );
        Declare("junit:results/one.xml#max", unit: "s");
        run.Run("metric", "record", "--all").MustBe(0);
        run.Run("start", "A-1", "--baseline", "m").MustBe(0);
        run.Write("results/one.xml", JUnit.Replace("\"4\"", "\"2.5\"", StringComparison.Ordinal));
        run.Time = run.Time.AddDays(1);
        run.Run("metric", "record", "--all").MustBe(0);

        run.Run("done", "A-1", "--hours", "1").MustBe(0);

        Assert.Contains("- **Measured Impact:** m 4 s → 2.5 s", run.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- **Success Criteria:** Load time below 2 s", true)]
    [InlineData("- **Expected Outcome:** load time: 2 s", true)]
    [InlineData("- **Expected Outcome:** payload times vary", false)]
    [InlineData("- **Expected Outcome:** load time and errors go down", false)]
    [InlineData("- **Expected Outcome:** load time 2 s\n- **Measured Impact:** load time 9 s → ?", false)]
    public void A_start_takes_the_baseline_of_the_only_metric_that_the_improvement_names(string field, bool isTaken)
    {
        run.Write("IMPROVEMENTS.md", $"# Improvements\n\n## High Priority\n\n### [A-1] Faster pages\n\n{field}\n");
        run.Write(
            "kaizen.json",
            """{ "metrics": { "load time (s)": { "better": "lower", "source": "m.csv", "unit": "s" }, "errors": { "better": "lower", "source": "m.csv" } } }"""
        );
        run.Run("metric", "record", "load time (s)", "4").MustBe(0);

        var printed = run.Run("start", "A-1").MustBe(0);

        Assert.Equal(isTaken, run.Read("IMPROVEMENTS.md").Contains("4 s → ?", StringComparison.Ordinal));
        Assert.Equal(isTaken, printed.Error.Contains("Baseline: load time", StringComparison.Ordinal));
    }

    private void Declare(string measure, string? unit = null) =>
        run.Write(
            "kaizen.json",
            $$"""
            { "metrics": { "m": { "better": "lower", "source": "m.csv", {{(
                unit is null ? "" : $"\"unit\": \"{unit}\", "
            )}}"measure": "{{measure.Replace("\\", "\\\\", StringComparison.Ordinal)}}" } } }
            """
        );
}
