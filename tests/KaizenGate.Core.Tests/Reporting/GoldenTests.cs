using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>
/// Every format on the same verdicts, byte for byte. A change of wording is visible in review as a difference of a
/// golden file; <c>KAIZEN_TESTS_REFRESH=1</c> rewrites them.
/// </summary>
public sealed class GoldenTests
{
    private static readonly Dictionary<string, Verdict> Verdicts = new()
    {
        ["hostile"] = SampleVerdicts.Hostile,
        ["clean"] = SampleVerdicts.Clean,
        ["empty"] = SampleVerdicts.Empty,
        ["broken"] = SampleVerdicts.Broken,
    };

    private static readonly Dictionary<string, ReportOptions> Variants = new()
    {
        [""] = ReportOptions.Default,
        ["verbose"] = new() { Verbose = true },
        ["quiet"] = new() { Quiet = true },
        ["color"] = new() { Color = true },
        ["suppressed"] = new() { IncludeSuppressed = true },
    };

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["text"] = "txt",
        ["json"] = "json",
        ["sarif"] = "sarif",
        ["junit"] = "xml",
        ["markdown"] = "md",
        ["html"] = "html",
        ["github"] = "github.txt",
        ["azure"] = "azure.txt",
        ["gitlab"] = "gitlab.json",
        ["bitbucket"] = "bitbucket.json",
        ["rdjsonl"] = "rdjsonl",
        ["sonarqube"] = "sonarqube.json",
        ["checkstyle"] = "checkstyle.xml",
        ["teamcity"] = "teamcity.txt",
        ["msbuild"] = "msbuild.txt",
    };

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var verdict in Verdicts.Keys)
        {
            // A comment is the Markdown unless that is too long; lines are the text without a screen.
            foreach (var format in ReportFormats.All.Where(format => format.Name is not ("comment" or "lines")))
            {
                cases.Add(verdict, format.Name, "");
            }
        }

        cases.Add("hostile", "text", "verbose");
        cases.Add("hostile", "text", "quiet");
        cases.Add("hostile", "text", "color");
        cases.Add("hostile", "json", "verbose");
        cases.Add("hostile", "sarif", "suppressed");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_verdict_matches_its_golden_file(string verdict, string format, string variant)
    {
        var actual = Rendered.Bytes(Verdicts[verdict], format, Variants[variant]);
        if (format == "html")
        {
            actual = WithoutStyle(actual);
        }

        var name = $"{verdict}{(variant.Length > 0 ? $"-{variant}" : "")}.{Extensions[format]}";
        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Reporting", "Golden", name);
        if (Repository.Refresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), Encoding.UTF8.GetString(actual));
    }

    /// <summary>Removes the style sheet and its hash, which change together.</summary>
    private static byte[] WithoutStyle(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        var (start, end) = (
            text.IndexOf("<style>", StringComparison.Ordinal) + 7,
            text.IndexOf("</style>", StringComparison.Ordinal)
        );
        var hash = text.IndexOf("'sha256-", StringComparison.Ordinal) + 8;
        return Encoding.UTF8.GetBytes(text.Remove(start, end - start).Remove(hash, 44));
    }
}
