using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Settings;
using NJsonSchema;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class SarifReportTests
{
    private static readonly SourceFile File = new("/repo/a/B.md", "B.md", "a/B.md");

    [Theory]
    [InlineData("hostile")]
    [InlineData("clean")]
    [InlineData("empty")]
    [InlineData("broken")]
    [InlineData("anything")]
    public async Task Sarif_is_valid(string name)
    {
        Assert.SkipWhen(Repository.Shared is null, "the schemas are next to the repository");
        var verdict = name switch
        {
            "hostile" => SampleVerdicts.Hostile,
            "clean" => SampleVerdicts.Clean,
            "empty" => SampleVerdicts.Empty,
            "broken" => SampleVerdicts.Broken,
            _ => SampleVerdicts.About("\0 \uD800", "\uDC00 %/?#"),
        };
        var path = Path.Combine(Repository.Shared!, "schemas", "sarif", "sarif-schema-2.1.0.json");
        var schema = await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken);

        var problems = schema.Validate(Rendered.Text(verdict, "sarif", new() { IncludeSuppressed = true }));

        Assert.Empty(problems);
    }

    [Fact]
    public void Every_result_refers_to_a_listed_rule()
    {
        // The verdict lists no rules; those that results refer to must still be listed.
        using var sarif = Sarif(SampleVerdicts.Hostile with { Rules = [] });

        var rules = Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.All(
            Results(sarif),
            result =>
                Assert.Equal(
                    result.GetProperty("ruleId").GetString(),
                    rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
                )
        );
    }

    [Fact]
    public void A_clean_run_has_an_empty_list_of_results()
    {
        using var sarif = Sarif(SampleVerdicts.Clean);

        Assert.Empty(Results(sarif));
    }

    [Fact]
    public void A_rule_that_is_off_is_listed_as_disabled()
    {
        using var sarif = Sarif(SampleVerdicts.Clean);

        var rule = Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("rules")[2];
        Assert.Equal("KZ208", rule.GetProperty("id").GetString());
        Assert.False(rule.GetProperty("defaultConfiguration").GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public void Hidden_findings_are_omitted()
    {
        using var sarif = Sarif(SampleVerdicts.Hostile);

        Assert.Equal(SampleVerdicts.Hostile.Findings.Count(finding => finding.Counts), Results(sarif).Count());
    }

    [Fact]
    public void Hidden_findings_have_the_kind_of_suppression()
    {
        using var sarif = Sarif(SampleVerdicts.Hostile, new() { IncludeSuppressed = true });

        var kinds = Results(sarif)
            .SelectMany(result => result.GetProperty("suppressions").EnumerateArray())
            .Select(suppression => suppression.GetProperty("kind").GetString());
        Assert.Equal(["inSource", "external"], kinds);
    }

    [Fact]
    public void Input_errors_make_the_run_unsuccessful()
    {
        using var sarif = Sarif(SampleVerdicts.Broken);

        Assert.False(Run(sarif).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void Links_in_messages_are_disabled()
    {
        var verdict = SampleVerdicts.Clean with { Findings = [Finding(1, "[click](https://evil.example)")] };

        using var sarif = Sarif(verdict);

        Assert.Equal("[click] (https://evil.example)", Message(Results(sarif).Single()));
    }

    [Fact]
    public void A_fingerprint_does_not_depend_on_line_or_message() =>
        Assert.Equal(Fingerprint(Finding(3, "is 60")), Fingerprint(Finding(300, "is 61")));

    [Fact]
    public void A_fingerprint_depends_on_the_file() =>
        Assert.NotEqual(
            Fingerprint(Finding(3, "m")),
            Fingerprint(Finding(3, "m") with { File = File with { RootPath = "b/B.md" } })
        );

    [Fact]
    public void A_fingerprint_does_not_depend_on_the_working_folder() =>
        Assert.Equal(
            Fingerprint(Finding(3, "m")),
            Fingerprint(Finding(3, "m") with { File = new("/elsewhere/a/B.md", "../a/B.md", "a/B.md") })
        );

    [Fact]
    public void A_fingerprint_depends_on_the_improvement() =>
        Assert.NotEqual(
            Fingerprint(Finding(3, "m") with { Item = Sample.Item("one") }),
            Fingerprint(Finding(3, "m") with { Item = Sample.Item("two") })
        );

    [Fact]
    public void Equal_findings_have_different_fingerprints()
    {
        var names = Fingerprints.Of(SampleVerdicts.Clean with { Findings = [Finding(3, "m"), Finding(3, "m")] });

        Assert.Equal(2, names.Values.Distinct().Count());
    }

    [Fact]
    public void Hiding_a_finding_does_not_change_other_fingerprints()
    {
        var (first, second) = (Finding(3, "m"), Finding(9, "m"));
        var before = Fingerprints.Of(SampleVerdicts.Clean with { Findings = [first, second] });

        var after = Fingerprints.Of(
            SampleVerdicts.Clean with
            {
                Findings = [first with { IsSuppressed = true }, second],
            }
        );

        Assert.Equal(before[second], after[second]);
    }

    [Fact]
    public void Beyond_the_limit_the_least_severe_results_are_omitted_and_counted()
    {
        using var sarif = Sarif(SampleVerdicts.Crowded(9_000));

        var levels = Results(sarif).CountBy(result => result.GetProperty("level").GetString()!).ToDictionary();
        Assert.Equal(9_000, levels["error"]);
        Assert.Equal(9_000, levels["warning"]);
        Assert.Equal(7_000, levels["note"]);
        var notification = Run(sarif).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Equal("2000 results left out: the least severe, beyond 25000", Message(notification));
    }

    [Fact]
    public void A_result_quotes_its_text()
    {
        const string text = "# Backlog\n\n- Impact: 12\u202E/10\n";
        var backlog = Sample.Backlog() with { File = File, Text = text };
        var verdict = SampleVerdicts.Clean with
        {
            Backlogs = [new(backlog, Figures.None)],
            Findings =
            [
                Finding(3, "short") with
                {
                    Span = SourceSpan.OnLine(13, 14, 3, 3),
                },
                Finding(3, "beyond the end") with
                {
                    Span = SourceSpan.OnLine(13, 400, 3, 3),
                },
                Finding(3, "elsewhere") with
                {
                    File = File with { RootPath = "other.md" },
                },
            ],
        };

        using var sarif = Sarif(verdict);

        var snippets = Results(sarif)
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region"))
            .Select(region =>
                region.TryGetProperty("snippet", out var one) ? one.GetProperty("text").GetString() : null
            );
        Assert.Equal(["Impact: 12<U+202E>/10", null, null], snippets);
    }

    [Fact]
    public void The_revision_on_the_host_is_the_provenance()
    {
        var revision = new HostedRevision("https://example.test/o/r", "1a2b3c", "main", null);

        using var sarif = Sarif(SampleVerdicts.Clean, new() { Revision = revision });

        var provenance = Run(sarif).GetProperty("versionControlProvenance")[0];
        Assert.Equal("https://example.test/o/r", provenance.GetProperty("repositoryUri").GetString());
        Assert.Equal("1a2b3c", provenance.GetProperty("revisionId").GetString());
        Assert.Equal("main", provenance.GetProperty("branch").GetString());
    }

    [Fact]
    public void Paths_are_relative_to_a_described_base()
    {
        using var sarif = Sarif(SampleVerdicts.Hostile);

        var locations = Results(sarif)
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation"))
            .Select(place => place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.All(locations, name => Assert.Equal("%SRCROOT%", name));
        Assert.True(Run(sarif).GetProperty("originalUriBaseIds").TryGetProperty("%SRCROOT%", out _));
    }

    [Fact]
    public void A_rule_links_to_its_page_of_this_version()
    {
        using var sarif = Sarif(SampleVerdicts.Hostile);

        var rule = Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.EndsWith(
            $"/blob/v{SampleVerdicts.Hostile.ToolVersion}/docs/rules/{rule.GetProperty("id").GetString()}.md",
            rule.GetProperty("helpUri").GetString(),
            StringComparison.Ordinal
        );
    }

    private static Finding Finding(int line, string message) =>
        SampleVerdicts.Finding(SampleRules.Mismatch, Severity.Error, File, line, message);

    private static string Fingerprint(Finding finding) =>
        Fingerprints.Of(SampleVerdicts.Clean with { Findings = [finding] })[finding];

    private static JsonDocument Sarif(Verdict verdict, ReportOptions? options = null) =>
        JsonDocument.Parse(Rendered.Text(verdict, "sarif", options));

    private static JsonElement Run(JsonDocument sarif) => sarif.RootElement.GetProperty("runs")[0];

    private static JsonElement.ArrayEnumerator Results(JsonDocument sarif) =>
        Run(sarif).GetProperty("results").EnumerateArray();

    private static string? Message(JsonElement element) =>
        element.GetProperty("message").GetProperty("text").GetString();
}
