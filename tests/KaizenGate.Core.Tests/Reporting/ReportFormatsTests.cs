using System.Text;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class ReportFormatsTests
{
    public static TheoryData<string> Names() => [.. ReportFormats.All.Select(format => format.Name)];

    [Fact]
    public void A_format_is_found_ignoring_case() => Assert.Equal("junit", ReportFormats.All.Find("JUnit")?.Name);

    [Fact]
    public void An_unknown_format_is_not_found() => Assert.Null(ReportFormats.All.Find("pdf"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stream_stays_open(string name)
    {
        using var stream = new MemoryStream();

        ReportFormats.All.Find(name)!.Write(SampleVerdicts.Hostile, ReportOptions.Default, stream);

        Assert.True(stream.CanWrite);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_no_byte_order_mark(string name) =>
        Assert.False(Rendered.Bytes(SampleVerdicts.Hostile, name).AsSpan().StartsWith(Encoding.UTF8.Preamble));

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_end_with_a_line_feed(string name)
    {
        var text = Rendered.Text(SampleVerdicts.Hostile, name);

        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("markdown")]
    [InlineData("comment")]
    [InlineData("html")]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("teamcity")]
    [InlineData("msbuild")]
    public void Rules_that_were_not_evaluated_are_listed(string name) =>
        Assert.Contains(
            "captures without a date",
            Rendered.Text(SampleVerdicts.Hostile, name),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("gitlab")]
    [InlineData("rdjsonl")]
    [InlineData("sonarqube")]
    [InlineData("checkstyle")]
    public void Lists_of_problems_omit_rules_that_were_not_evaluated(string name) =>
        Assert.DoesNotContain(
            "captures without a date",
            Rendered.Text(SampleVerdicts.Hostile, name),
            StringComparison.Ordinal
        );

    /// <summary>Hosts that compare a report with that of the base regard a missing finding as fixed.</summary>
    [Theory]
    [InlineData("sarif", true)]
    [InlineData("gitlab", true)]
    [InlineData("junit", true)]
    [InlineData("rdjsonl", true)]
    [InlineData("sonarqube", true)]
    [InlineData("checkstyle", true)]
    [InlineData("text", false)]
    [InlineData("lines", false)]
    [InlineData("json", false)]
    [InlineData("markdown", false)]
    [InlineData("comment", false)]
    [InlineData("html", false)]
    [InlineData("github", false)]
    [InlineData("azure", false)]
    [InlineData("teamcity", false)]
    [InlineData("msbuild", false)]
    [InlineData("bitbucket", false)]
    public void Only_reports_that_hosts_compare_have_findings_outside_of_the_change(string name, bool isWhole)
    {
        Assert.Equal(17, ReportFormats.All.Length);
        var all = SampleVerdicts.Hostile;
        var outside = all.Findings.First(finding => finding.Counts) with { Message = "an untouched improvement" };
        var verdict = all with { AllFindings = [.. all.Findings, outside] };

        Assert.Equal(
            isWhole,
            Rendered.Text(verdict, name).Contains("an untouched improvement", StringComparison.Ordinal)
        );
    }
}
