using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Hostile titles and paths do not break a report.</summary>
public sealed class HostileTextTests
{
    /// <summary>What Azure Pipelines, TeamCity or GitHub would read as a command.</summary>
    private static readonly Regex Command = new(@"##(\[|vso\[|teamcity\[)", RegexOptions.IgnoreCase);

    private static readonly Gen<(string Title, string Path)> Texts = Gen.Select(
        Hostile.Text,
        Hostile.Text.Select(path => path.Replace('\0', 'x'))
    );

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("bitbucket")]
    [InlineData("sonarqube")]
    public void Hostile_text_leaves_JSON_valid(string format) =>
        Texts.Sample(texts =>
        {
            var text = Rendered.Text(SampleVerdicts.About(texts.Title, texts.Path), format, new() { Verbose = true });
            JsonDocument.Parse(text).Dispose();
            Assert.DoesNotContain("##", text, StringComparison.Ordinal);
        });

    [Fact]
    public void Hostile_text_leaves_lines_of_JSON_valid() =>
        Texts.Sample(texts =>
            Assert.All(
                Rendered.Lines(SampleVerdicts.About(texts.Title, texts.Path), "rdjsonl"),
                line =>
                {
                    JsonDocument.Parse(line).Dispose();
                    Assert.DoesNotContain("##", line, StringComparison.Ordinal);
                }
            )
        );

    [Theory]
    [InlineData("junit", "testsuites")]
    [InlineData("checkstyle", "checkstyle")]
    public void Hostile_text_leaves_XML_valid(string format, string root) =>
        Texts.Sample(texts =>
        {
            var text = Rendered.Text(SampleVerdicts.About(texts.Title, texts.Path), format);
            Assert.Equal(root, XDocument.Parse(text).Root!.Name.LocalName);
            Assert.DoesNotMatch(Command, text);
        });

    [Fact]
    public void Hostile_text_leaves_HTML_valid() =>
        Texts.Sample(texts =>
        {
            var page = XDocument.Parse(Rendered.Text(SampleVerdicts.About(texts.Title, texts.Path), "html"));
            Assert.Equal("html", page.Root!.Name.LocalName);
            Assert.DoesNotContain(
                page.Descendants(),
                one => one.Name.LocalName is "script" or "img" or "b" or "iframe"
            );
        });

    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    public void A_plain_log_contains_no_command(string format) =>
        Texts.Sample(texts =>
        {
            foreach (
                var line in Rendered.Lines(
                    SampleVerdicts.About(texts.Title, texts.Path),
                    format,
                    new() { Verbose = true }
                )
            )
            {
                Assert.DoesNotMatch(Command, line);
                Assert.False(line.Trim().StartsWith("::", StringComparison.Ordinal), line);
            }
        });

    [Fact]
    public void GitHub_receives_only_annotations() =>
        Texts.Sample(texts =>
            Assert.All(
                Rendered.Lines(SampleVerdicts.About(texts.Title, texts.Path), "github"),
                line =>
                {
                    Assert.Matches("^::(error|warning|notice) (file=[^:,]*,line=|title=KaizenGate)", line);
                    Assert.DoesNotMatch(Command, line);
                }
            )
        );

    [Fact]
    public void Azure_receives_only_issues() =>
        Texts.Sample(texts =>
            Assert.All(
                Rendered.Lines(SampleVerdicts.About(texts.Title, texts.Path), "azure"),
                line =>
                {
                    var isOurs = line.StartsWith("##vso[task.logissue type=", StringComparison.Ordinal);
                    Assert.DoesNotMatch(Command, line[(isOurs ? 2 : 0)..]);
                    Assert.False(line.Trim().StartsWith("::", StringComparison.Ordinal), line);
                }
            )
        );

    [Fact]
    public void TeamCity_receives_only_complete_messages() =>
        Texts.Sample(texts =>
            Assert.All(
                Rendered.Lines(SampleVerdicts.About(texts.Title, texts.Path), "teamcity"),
                line => Assert.Matches(@"^##teamcity\[\w+( \w+='([^'|\[\]\n]|\|['|\[\]]|\|0x[0-9A-F]{4})*')+\]$", line)
            )
        );

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("teamcity")]
    [InlineData("msbuild")]
    [InlineData("rdjsonl")]
    public void No_text_adds_a_line(string format)
    {
        var lines = Rendered.Lines(SampleVerdicts.About("title", "path"), format).Length;
        Texts.Sample(texts =>
            Assert.Equal(lines, Rendered.Lines(SampleVerdicts.About(texts.Title, texts.Path), format).Length)
        );
    }
}
